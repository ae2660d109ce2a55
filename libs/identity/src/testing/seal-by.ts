import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyRingFile, Seal } from '#lib/privacy';

/** A seal by a ring of its own with a key of each id, the newest last; the key of an id is the same in every ring. */
export function sealBy(...ids: readonly string[]): Seal {
  const path = join(mkdtempSync(join(tmpdir(), 'talqy-ring-')), 'ring');
  const keys = ids.map((id) => `key ${id} ${createHash('sha256').update(id).digest('hex')}`);
  writeFileSync(path, [`index ${'1e'.repeat(32)}`, ...keys, ''].join('\n'));
  return new Seal(new KeyRingFile(path));
}
