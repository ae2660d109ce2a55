/** The key space of the advisory locks of discussions; the trigger of `remark` uses the same (design, section 3). */
const NAMESPACE = 7001;

/**
 * Intake shares the lock, whatever changes the state or the window takes it alone: it waits for what is being written and the
 * next reader sees the change. Numbers are sorted: two batches never wait for each other crosswise.
 */
export const sharedLocks = (numbers: Iterable<number>): string =>
  [...new Set(numbers)]
    .toSorted((a, b) => a - b)
    .map((no) => `select pg_advisory_xact_lock_shared(${NAMESPACE}, ${Math.trunc(no)})`)
    .join('; ');

export const SHARED_LOCK = `select pg_advisory_xact_lock_shared(${NAMESPACE}, $1)`;
export const EXCLUSIVE_LOCK = `select pg_advisory_xact_lock(${NAMESPACE}, $1)`;
