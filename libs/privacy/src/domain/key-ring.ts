/** One key of 32 bytes, hex. */
export interface SealingKey {
  readonly id: string;
  readonly hex: string;
  /** When it took the place of the one before, ISO 8601; undefined for the first. */
  readonly since: string | undefined;
}

/** What opens and seals personal data. The last key seals, the ones before it only open. */
export interface KeyRing {
  /** Of the blind index; it is not rotated, equal values must stay equal. Hex. */
  readonly indexHex: string;
  readonly keys: readonly SealingKey[];
}

const INDEX = /^index ([0-9a-f]{64})$/;
const KEY = /^key ([a-z0-9-]{1,32}) ([0-9a-f]{64})(?: (\d{4}-\d\d-\d\dT[\d:.]+Z))?$/;

/**
 * Reads a key ring: a line `index <64 hex>` and a line `key <id> <64 hex> [since]` for each key, the newest last; empty lines and
 * lines that begin with `#` are passed over.
 * @returns what is wrong, never a part of a key, when it is no ring
 */
export function readKeyRing(text: string): KeyRing | { readonly fault: string } {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const indexes: string[] = [];
  const keys: SealingKey[] = [];
  for (const [position, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const index = INDEX.exec(line)?.[1];
    const [, id, hex, since] = KEY.exec(line) ?? [];
    if (index !== undefined) indexes.push(index);
    else if (id !== undefined && hex !== undefined) keys.push({ id, hex, since });
    else return { fault: `line ${position + 1} is neither "index <64 hex digits>" nor "key <id> <64 hex digits>"` };
  }
  const [indexHex] = indexes;
  if (indexHex === undefined || indexes.length > 1) return { fault: `it has ${indexes.length} index lines, not one` };
  return faultOf(indexHex, keys) ?? { indexHex, keys };
}

function faultOf(indexHex: string, keys: readonly SealingKey[]): { readonly fault: string } | undefined {
  if (keys.length === 0) return { fault: 'it has no key' };
  if (new Set(keys.map(({ id }) => id)).size < keys.length) return { fault: 'two keys have one id' };
  if (new Set([indexHex, ...keys.map(({ hex }) => hex)]).size <= keys.length)
    return { fault: 'one key stands there twice' };
  return undefined;
}

/** The text `readKeyRing` reads. */
export function writeKeyRing({ indexHex, keys }: KeyRing): string {
  const lines = keys.map(({ id, hex, since }) => `key ${id} ${hex}${since === undefined ? '' : ` ${since}`}`);
  return [
    `# Keys of personal data: keep a copy apart from the database. The last key seals.`,
    `index ${indexHex}`,
    ...lines,
    '',
  ].join('\n');
}

/** The id after those of the ring: k1, k2, … */
export function nextKeyId(keys: readonly Pick<SealingKey, 'id'>[]): string {
  const numbers = keys.map(({ id }) => Number(/^k(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `k${Math.max(0, ...numbers) + 1}`;
}
