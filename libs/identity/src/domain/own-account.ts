import { type Actor, DomainError } from '#lib/kernel';

/**
 * Nobody takes rights from themselves: the last administrator could not be brought back.
 * @throws DomainError `not-allowed`
 */
export function requireOther(actor: Actor, officerId: string): void {
  if (actor.kind === 'officer' && actor.id === officerId)
    throw new DomainError('not-allowed', 'another administrator must do this to your account');
}
