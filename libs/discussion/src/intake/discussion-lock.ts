/** The key space of the advisory locks of discussions; `take_remarks` and the trigger of `remark` use the same. */
const NAMESPACE = 7001;

/**
 * Intake shares the lock, whatever changes the state or the window takes it alone: it waits for what is being written and the
 * next reader sees the change (design, section 3).
 */
export const SHARED_LOCK = `select pg_advisory_xact_lock_shared(${NAMESPACE}, $1)`;
export const EXCLUSIVE_LOCK = `select pg_advisory_xact_lock(${NAMESPACE}, $1)`;
