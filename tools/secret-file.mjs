import { chownSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';

/**
 * The text of a file made once, with `bytes` random bytes in hex, readable by its owner alone (`owner`: `{ uid, gid }`, default us).
 * Linked into place whole, so that of two starts at once both read the same.
 */
export function secretFile(file, bytes, owner) {
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(bytes).toString('hex'), { mode: 0o600 });
    if (owner) chownSync(draft, owner.uid, owner.gid);
    try {
      linkSync(draft, file);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
  }
  return readFileSync(file, 'utf8').trim();
}
