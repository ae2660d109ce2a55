import { type Actor, DomainError, type Role } from '#lib/kernel';

/** The actor is known, but the act is for another role. */
export class NotAllowed extends DomainError {
  constructor(role: Role) {
    super('not-allowed', `only a person with the role ${role} may do this`, { role });
  }
}

/** Another body's things are as if they were not there: an existing id gives itself away to nobody. */
export class NotFound extends DomainError {
  constructor(what: string) {
    super('not-found', `there is no such ${what}`);
  }
}

/**
 * Passes an officer who has one of the roles, and the system itself (commands and jobs of this program, never a request).
 * @throws NotAllowed
 */
export function requireRole(actor: Actor, ...anyOf: readonly [Role, ...Role[]]): void {
  if (actor.kind === 'system') return;
  if (actor.kind === 'officer' && anyOf.some((role) => actor.roles.includes(role))) return;
  throw new NotAllowed(anyOf[0]);
}

/**
 * Passes an officer of this very body, and the system itself. An administrator of another body is not let in.
 * @throws NotFound
 */
export function requireOwnBody(actor: Actor, bodyId: string, what = 'procedure'): void {
  if (actor.kind === 'system') return;
  if (actor.kind === 'officer' && actor.bodyId === bodyId) return;
  throw new NotFound(what);
}
