import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '#lib/kernel';
import fc from 'fast-check';
import { type Committed, commitmentPreimage, committedJson } from './commitment.js';

const committed: Committed = {
  kind: 'REMARK',
  language: 'kk',
  text: 'Мерзім "ұзақ"',
  anchors: ['0198c5a0-0000-7000-8000-000000000001'],
  discussionId: '0198c5a0-0000-7000-8000-00000000000d',
  number: '0000-0000-0000-0000-0',
  attachments: [],
};
const salt = new Uint8Array(32).fill(7);

describe('commitment (REQ-36)', () => {
  it('is recomputed by a third party from the receipt alone', () => {
    const json =
      '{"anchors":["0198c5a0-0000-7000-8000-000000000001"],"attachments":[],"discussionId":"0198c5a0-0000-7000-8000-00000000000d",' +
      '"kind":"REMARK","language":"kk","number":"0000-0000-0000-0000-0","proposedWording":null,"text":"Мерзім \\"ұзақ\\""}';
    const theirs = createHash('sha256').update('talqy/remark/v1\0').update(salt).update(json, 'utf8').digest('hex');
    expect(createHash('sha256').update(commitmentPreimage(salt, committed)).digest('hex')).toBe(theirs);
  });

  it.each<Partial<Committed>>([
    { text: 'Мерзім қысқа' },
    { number: '0000-0000-0000-0001-2' },
    { proposedWording: 'x' },
    { anchors: [] },
    { attachments: ['00'] },
  ])('changes with %j', (over) => {
    expect(commitmentPreimage(salt, { ...committed, ...over })).not.toEqual(commitmentPreimage(salt, committed));
  });

  it('is over the RFC 8785 form, whatever the text holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }),
        (text, proposedWording) => {
          const said = { ...committed, text, proposedWording };
          expect(committedJson(said)).toBe(canonicalJson({ ...said, proposedWording: proposedWording ?? null }));
        },
      ),
    );
  });

  it('refuses a short salt', () => {
    expect(() => commitmentPreimage(new Uint8Array(16), committed)).toThrow(RangeError);
  });
});
