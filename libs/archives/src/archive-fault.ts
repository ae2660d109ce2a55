import type { ZipEntry } from './zip-directory.js';

export type ArchiveFault = 'damaged' | 'encrypted' | 'too-many-entries' | 'too-much-inside';

export interface ArchiveLimits {
  readonly entries: number;
  /** Of all entries together. */
  readonly unpackedBytes: number;
  /** How many times larger than packed an entry may be; entries under a megabyte may swell more. */
  readonly ratio?: number;
}

const SMALL = 1024 * 1024;

/**
 * What is wrong with an archive by what its directory says: a password, more than the limits allow, two entries of one name
 * or over the same bytes, an entry that would be written outside. Nothing is unpacked for it; `unpack` holds each entry to
 * what was said here.
 */
export function archiveFault(
  entries: readonly ZipEntry[],
  size: number,
  limits: ArchiveLimits,
): ArchiveFault | undefined {
  const sum = (pick: (entry: ZipEntry) => number) => entries.reduce((total, entry) => total + pick(entry), 0);
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'encrypted';
  if (entries.length > limits.entries) return 'too-many-entries';
  if (sum(({ unpacked }) => unpacked) > limits.unpackedBytes) return 'too-much-inside';
  const { ratio = Infinity } = limits;
  if (entries.some(({ packed, unpacked }) => unpacked > SMALL && unpacked > packed * ratio)) return 'too-much-inside';
  if (sum(({ packed }) => packed) > size) return 'damaged';
  if (new Set(entries.map(({ name }) => name)).size < entries.length) return 'damaged';
  return entries.some(({ name }) => isOutside(name)) ? 'damaged' : undefined;
}

const isOutside = (name: string) => name.startsWith('/') || name.includes('\\') || name.split('/').includes('..');
