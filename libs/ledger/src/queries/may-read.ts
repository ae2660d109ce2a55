import { type Actor, DomainError } from '#lib/kernel';

/** The libs above know of roles (`requireRole`); this one stands below them. */
export function assertMayReadLedger(actor: Actor): void {
  const isAllowed = actor.kind === 'system' || (actor.kind === 'officer' && actor.roles.includes('administrator'));
  if (!isAllowed) throw new DomainError('not-allowed', 'only an administrator reads the ledger');
}
