import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it, jest } from '@jest/globals';
import { assertPdfIsBounded } from './pdf-bounds.js';

const MEGABYTE = 1024 * 1024;
const faultOf = (content: string | Buffer) =>
  assertPdfIsBounded(Buffer.from(`%PDF-1.7\n${content.toString('latin1')}\n%%EOF`, 'latin1')).then(
    () => 'bounded',
    (error: { fault?: string }) => error.fault,
  );
const bomb = (size = 80 * MEGABYTE) => deflateSync(Buffer.alloc(size), { level: 9 });
const stream = (packed: Buffer, word = 'stream\n') =>
  `3 0 obj<</Length ${packed.length}/Filter/FlateDecode>>${word}${packed.toString('latin1')}\nendstream endobj`;

describe('assertPdfIsBounded', () => {
  it('reads on to the end once, however many streams begin and none ends', async () => {
    const search = jest.spyOn(Buffer.prototype, 'indexOf');
    try {
      expect(await faultOf('stream '.repeat(1_500_000))).toBe('bounded');
      expect(search.mock.calls.length).toBeLessThan(10);
    } finally {
      search.mockRestore();
    }
  }, 120_000);
  it('refuses more streams than a document has, and lets others have their turn before that', async () => {
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 0);
    expect(await faultOf(`${'stream '.repeat(1_500_000)}endstream`)).toBe('TOO_MUCH_INSIDE');
    clearInterval(counting);
    expect(turns).toBeGreaterThan(10);
  }, 120_000);
  it('refuses streams that are one in the other, each of which unpacks to the end', async () => {
    const last = bomb(60 * MEGABYTE);
    const opened = Buffer.concat([Buffer.from('stream\n'), last.subarray(0, 2)]);
    const stored = Buffer.from([0, opened.length, 0, 0xff - opened.length, 0xff]);
    const nested = Buffer.concat([
      opened,
      ...Array.from({ length: 5_000 }, () => Buffer.concat([stored, opened])),
      last.subarray(2),
      Buffer.from('\nendstream'),
    ]);
    expect(await faultOf(nested)).toBe('TOO_MUCH_INSIDE');
  }, 120_000);
  it.each(['stream\n', 'stream\r\n', 'stream \r\n', 'stream\r', 'stream'])(
    'looks at what is packed behind %j, as readers do',
    async (word) => {
      expect(await faultOf(stream(bomb(), word))).toBe('TOO_MUCH_INSIDE');
      expect(await faultOf(stream(bomb(MEGABYTE), word))).toBe('bounded');
    },
  );
  it('looks behind an end in the midst of what is packed, and behind a beginning in a comment', async () => {
    const text = Buffer.from('endstream');
    const stored = Buffer.from([0, text.length, 0, 0xff - text.length, 0xff]);
    const head = bomb().subarray(0, 2);
    const hidden = Buffer.concat([head, stored, text, deflateRawSync(Buffer.alloc(80 * MEGABYTE))]);
    expect(await faultOf(stream(hidden))).toBe('TOO_MUCH_INSIDE');
    expect(await faultOf(`% stream\n${stream(bomb())}`)).toBe('TOO_MUCH_INSIDE');
  });
});
