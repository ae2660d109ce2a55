import { DomainError } from '#lib/kernel';

/** Remarks or points, in one act of an officer: it is done on all of them or on none, in one transaction. */
export const MOST_AT_ONCE = 5_000;

/** @param done for the refusal, "remarks are decided" @throws DomainError `invalid-input` for none and for too many */
export function assertSome(many: readonly unknown[], done: string): void {
  if (many.length > 0 && many.length <= MOST_AT_ONCE) return;
  throw new DomainError('invalid-input', `1 to ${MOST_AT_ONCE} ${done} at once`, { most: MOST_AT_ONCE });
}
