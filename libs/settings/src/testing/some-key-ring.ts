import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The path of a sound key ring. */
export function someKeyRing(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'talqy-ring-')), 'ring');
  writeFileSync(path, `index ${'1e'.repeat(32)}\nkey k1 ${'5a'.repeat(32)}\n`);
  return path;
}
