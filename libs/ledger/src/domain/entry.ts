import { type Actor, canonicalJson, type Instant } from '#lib/kernel';

/** Every kind of act the ledger knows. */
export const ledgerActs = [
  'register.imported',
  'calendar.imported',
  'profile.added',
  'profile.withdrawn',
  'officer.created',
  'officer.signed-in',
  'officer.confirmed-identity',
  'officer.factor-set',
  'officer.factor-reset',
  'officer.recovery-codes-renewed',
  'officer.session-ended',
  'officer.password-changed',
  'officer.password-reset-asked',
  'officer.password-reset',
  'officer.invited',
  'officer.invitation-withdrawn',
  'officer.invitation-accepted',
  'officer.roles-changed',
  'officer.deactivated',
  'officer.activated',
  'officer.bound-to-provider',
  'officer.unbound-from-provider',
  'officer.followed-provider',
  'api-token.made',
  'api-token.revoked',
  'procedure.created',
  'draft.version-created',
  'draft.placed',
  'discussion.extended',
  'discussion.withdrawn',
  'discussion.closed',
  'remark.received',
  'remark.replaced',
  'remark.withdrawn',
  'remark.recorded',
  'entry.made',
  'entry.confirmed',
  'entry.refused',
  'entries.imported',
  'late-arrival.refused',
  'hiding.proposed',
  'hiding.confirmed',
  'hiding.refused',
  'hiding.lifted',
  'remarks.released',
  'objection.made',
  'objection.answered',
  'outage.began',
  'outage.ended',
  'outage.recorded',
  'keys.rotated',
  'ledger.verified',
  'file.original-opened',
  'consent.given',
  'consent.withdrawn',
  'erasure.requested',
  'remark.erased',
  'identities.removed',
  'remark.split',
  'decision.made',
  'decision.confirmed',
  'consideration.imported',
  'change.own-initiative',
  'group.confirmed',
  'group.joined',
  'group.left',
  'group.dissolved',
  'group.represented',
  'group.suggestion-dismissed',
  'group.split',
  'group.decided',
  'group.decisions-confirmed',
  'report.assembled',
  'report.signed',
  'report.published',
  'report.placed',
  'erratum.opened',
  'erratum.dropped',
] as const;
export type LedgerAct = (typeof ledgerActs)[number];

/** One act as it is hashed. `data` is canonical JSON; it never holds who a citizen is. */
export interface LedgerEntry {
  readonly id: string;
  readonly at: Instant;
  readonly actor: string;
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly data: string;
}

/** The hash before the first entry: 32 zero bytes, hex. */
export const GENESIS = '0'.repeat(64);

/**
 * The bytes that are hashed: the previous hash (64 hex digits), a line feed, and the entry as RFC 8785 JSON in UTF-8.
 * @param sha256 hex digest of a UTF-8 text
 */
export function entryHash(previous: string, entry: LedgerEntry, sha256: (text: string) => string): string {
  const { id, at, actor, act, subjectKind, subjectId, data } = entry;
  return sha256(`${previous}\n${canonicalJson({ id, at, actor, act, subjectKind, subjectId, data })}`);
}

/** How an actor stands in the ledger: an official by id, a citizen only as such. */
export function actorLabel(actor: Actor): string {
  if (actor.kind === 'officer') return officerLabel(actor.id);
  return actor.kind === 'system' ? `system:${actor.name}` : 'citizen';
}

export const officerLabel = (id: string): string => `officer:${id}`;

/** What the labels of a kind are like, as a pattern of SQL. */
export const labelsOf = (kind: Actor['kind']): string => (kind === 'citizen' ? 'citizen' : `${kind}:%`);
