import { type Instant, isEmailAddress } from '#lib/kernel';

/** What subscribers are told of; the order of a discussion's life. */
export const happenings = [
  'OPENED',
  'EXTENDED',
  'CLOSING_SOON',
  'CLOSED',
  'REPORTED',
  'WITHDRAWN',
  'APPROVED',
] as const;
export type Happening = (typeof happenings)[number];

/** Of a body: its new drafts alone, or all that happens to them afterwards too. Of one draft it is always all. */
export const scopes = ['NEW', 'ALL'] as const;
export type Scope = (typeof scopes)[number];

/** What letters are asked about. */
export type Subject = { readonly discussionId: string } | { readonly bodyId: string; readonly scope: Scope };

/** Nothing follows them: who asked for letters about the draft gets no other, and the address is forgotten (REQ-25, R8.5). */
export const lastHappenings: readonly Happening[] = ['WITHDRAWN', 'APPROVED'];
export const isLast = (happening: Happening): boolean => lastHappenings.includes(happening);

/** Whether subscribers of the draft itself are told: that it opened they saw when they subscribed. */
export const isToldOfDraft = (happening: Happening): boolean => happening !== 'OPENED';

/** Which subscribers of the developing body are told. */
export const scopesTold = (happening: Happening): readonly Scope[] => (happening === 'OPENED' ? scopes : ['ALL']);

/** How a draft stands when it is told of. */
export interface DraftNow {
  readonly closeAt: Instant | null;
  readonly isTakingRemarks: boolean;
}

/**
 * Whether what happened is worth a letter still: none tells of a close that has passed or moved again, or calls to a discussion that is over.
 * @param about the close that the happening is about, where it is about one
 */
export function isStillNews(happening: Happening, about: string, { closeAt, isTakingRemarks }: DraftNow): boolean {
  if (happening === 'CLOSING_SOON' || happening === 'EXTENDED') return isTakingRemarks && closeAt === about;
  return isTakingRemarks || happening !== 'OPENED';
}

export type AddressFault = 'missing' | 'malformed';

/** What is wrong with what was typed as an address; undefined when a letter can be sent there. */
export function addressFault(typed: string): AddressFault | undefined {
  if (typed.trim() === '') return 'missing';
  return isEmailAddress(typed.trim()) ? undefined : 'malformed';
}
