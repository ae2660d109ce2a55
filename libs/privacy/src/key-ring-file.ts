import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { type KeyRing, nextKeyId, readKeyRing, writeKeyRing } from './domain/key-ring.js';

/** How often at most a process looks whether the file has changed. */
export const LOOK_EVERY_MS = 5_000;

/** The ring of a file, read again when the file has changed or an unknown key is asked for. */
export class KeyRingFile {
  private read: { readonly ring: KeyRing; readonly version: string } | undefined;
  private lookedAt = 0;

  /** @param now a monotonic clock, milliseconds */
  constructor(
    readonly path: string,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @throws Error that names the file and what is wrong with it, never a key */
  ring(): KeyRing {
    if (this.read && this.now() - this.lookedAt < LOOK_EVERY_MS) return this.read.ring;
    return this.look();
  }

  /** The ring as the file has it at this moment. @throws as `ring` */
  look(): KeyRing {
    this.lookedAt = this.now();
    const { mtimeNs, size, ino } = statSync(this.path, { bigint: true });
    const version = `${ino} ${mtimeNs} ${size}`;
    if (this.read?.version !== version) this.read = { ring: ringOf(this.path), version };
    return this.read.ring;
  }

  /** Appends a fresh key, which seals from now on; in the place of the file at once and whole. @returns its id */
  add(since: string): string {
    const ring = this.look();
    const id = nextKeyId(ring.keys);
    this.write({ ...ring, keys: [...ring.keys, { id, hex: randomBytes(32).toString('hex'), since }] });
    return id;
  }

  /** @throws Error for the key that seals */
  remove(ids: readonly string[]): void {
    const ring = this.look();
    if (ids.includes(ring.keys.at(-1)?.id ?? '')) throw new Error('the key that seals is not removed');
    this.write({ ...ring, keys: ring.keys.filter(({ id }) => !ids.includes(id)) });
  }

  private write(ring: KeyRing): void {
    const draft = `${this.path}.${process.pid}`;
    writeFileSync(draft, writeKeyRing(ring), { mode: 0o600, flush: true });
    renameSync(draft, this.path);
    this.look();
  }
}

/** @throws Error that names the file and what is wrong with it */
function ringOf(path: string): KeyRing {
  const read = readKeyRing(readFileSync(path, 'utf8'));
  if ('fault' in read) throw new Error(`the key ring ${path} cannot be used: ${read.fault}`);
  return read;
}

/** Whether a path names a file with a sound ring. */
export function isKeyRingFile(path: unknown): boolean {
  try {
    return typeof path === 'string' && ringOf(path).keys.length > 0;
  } catch {
    return false;
  }
}
