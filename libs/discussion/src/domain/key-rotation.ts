import { type Instant, instant, millisecondsBetween } from '#lib/kernel';

/** How long after a newer key the older may still be in the hands of a process: it looks every 5 s, a request lives 60 s. */
const GRACE_MS = 120_000;

interface Key {
  readonly id: string;
  /** Since when it seals; undefined for the first. */
  readonly since: string | undefined;
}

/** The keys that may leave the ring: a newer one has sealed for two minutes, and no row is sealed by them. */
export function retirableKeys(keys: readonly Key[], inUse: readonly string[], now: Instant): string[] {
  return keys.slice(0, -1).flatMap(({ id }, position) => {
    const since = keys[position + 1]?.since;
    const isHeld = since !== undefined && millisecondsBetween(instant(since), now) < GRACE_MS;
    return isHeld || inUse.includes(id) ? [] : [id];
  });
}

/** Whether an earlier rotation stopped half way: rows are left that an older key of the ring sealed. */
export function isHalfRotated(keys: readonly Pick<Key, 'id'>[], inUse: readonly string[]): boolean {
  const current = keys.at(-1)?.id;
  return keys.length > 1 && inUse.some((id) => id !== current);
}
