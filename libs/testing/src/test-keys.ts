import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyRingFile, Seal } from '#lib/privacy';

/** One key, the same in every process of the suites; it protects nothing. */
const RING = `index ${'1e'.repeat(32)}\nkey k1 ${'5a'.repeat(32)}\n`;

let path: string | undefined;

/** The file of the keys of the suites, for TALQY_KEYS and `DiscussionModule.forRoot`. */
export function testKeyFile(): string {
  if (path === undefined) {
    const folder = join(tmpdir(), `talqy-test-keys-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    path = join(folder, 'ring');
    writeFileSync(path, RING, { mode: 0o600 });
  }
  return path;
}

export const testSeal = (): Seal => new Seal(new KeyRingFile(testKeyFile()));
