import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type ClamdServer, eicar, startClamd } from '../testing/clamd-server.js';
import { ClamdScanner } from './clamd-scanner.js';
import { ScannerAway } from './virus-scanner.js';

let clamd: ClamdServer;
let scanner: ClamdScanner;
beforeAll(async () => {
  clamd = await startClamd({ most: 1024 * 1024 });
  scanner = new ClamdScanner(new URL(clamd.url), 20_000);
});
afterEach(() => clamd.behave(undefined));
afterAll(() => clamd.stop());

describe('ClamdScanner', () => {
  it('gives every byte, and takes the answer', async () => {
    const content = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 251));
    expect(await scanner.scan(content)).toBeNull();
    expect(clamd.scanned.at(-1)?.equals(content)).toBe(true);
    expect(await scanner.scan(Buffer.alloc(0))).toBeNull();
  });
  it('names what was found, wherever it stands', async () => {
    const around = Buffer.concat([Buffer.alloc(100_000), Buffer.from(eicar), Buffer.alloc(100_000)]);
    expect(await scanner.scan(around)).toBe('Eicar-Signature');
  });
  it('speaks over a socket of this host too', async () => {
    const local = await startClamd({ path: join(mkdtempSync(join(tmpdir(), 'clamd-')), 'clamd ctl') });
    expect(await new ClamdScanner(new URL(local.url)).scan(Buffer.from(eicar))).toBe('Eicar-Signature');
    await local.stop();
  });
  it('tells who answers', async () => expect(await scanner.version()).toMatch(/^ClamAV 1\.4\.6/));

  it.each([
    ['is silent', 'silence'],
    ['hangs up', 'hang-up'],
    ['is out of memory', 'stream: Can’t allocate memory ERROR'],
    ['is something else', 'HTTP/1.1 400 Bad Request'],
    ['says nothing', ''],
  ])('does not take a file for clean when the other side %s', async (_, instead) => {
    clamd.behave(instead);
    const hasty = new ClamdScanner(new URL(clamd.url), 300);
    await expect(hasty.scan(Buffer.from('x'))).rejects.toThrow(ScannerAway);
    await expect(hasty.version()).rejects.toThrow(ScannerAway);
  });
  it('does not take a file for clean that is too large for the other side', async () =>
    expect(scanner.scan(Buffer.alloc(1_200_000, 'x'))).rejects.toThrow(/size limit exceeded/));
  it('says that nobody is there', async () => {
    const gone = await startClamd();
    await gone.stop();
    await expect(new ClamdScanner(new URL(gone.url)).scan(Buffer.from('x'))).rejects.toThrow(ScannerAway);
  });
});
