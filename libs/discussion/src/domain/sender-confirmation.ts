import type { IdentityLevel } from '#lib/time-limits';
import { comparableValue } from './same-sender.js';

/** What an identity provider said of a sender. */
export interface NamedByProvider {
  readonly kind: 'provider';
  readonly issuer: string;
  readonly subject: string;
  /** As the provider gives it; empty when it gives none. */
  readonly name: string;
  /** What the settings called the provider then. */
  readonly provider: string;
}

/** Who reads the mailbox of an address has agreed to send remarks in one discussion from it. */
export interface ConfirmedAddress {
  readonly kind: 'email';
  readonly address: string;
  readonly discussionId: string;
}

export type SenderConfirmation = NamedByProvider | ConfirmedAddress;
export type ConfirmationKind = SenderConfirmation['kind'];

/** Why a sender does not count as confirmed. */
export type ConfirmationFault = 'nothing-confirmed' | 'too-weak' | 'other-address' | 'other-discussion' | 'not-on-line';

interface Confirmable {
  readonly email?: string;
  readonly confirmedBy?: SenderConfirmation;
}

/** What satisfies a level; a stronger confirmation satisfies a weaker one. `anybody` needs none. */
const enough: Readonly<Record<IdentityLevel, readonly ConfirmationKind[] | 'anybody'>> = {
  none: 'anybody',
  'name-and-contact': 'anybody',
  'confirmed-email': ['email', 'provider'],
  'confirmed-by-provider': ['provider'],
  'national-body': [],
};

/** Whether a level lets in only who is confirmed, or nobody on line. */
export const needsConfirmation = (level: IdentityLevel): boolean => enough[level] !== 'anybody';

/** Whether a level lets in only whom an identity provider names. */
export const needsProvider = (level: IdentityLevel): boolean => confirmationsFor(level).join() === 'provider';

/** Whether a level asks for a confirmation that a mailbox can give. */
export const takesMailbox = (level: IdentityLevel): boolean => confirmationsFor(level).includes('email');

const confirmationsFor = (level: IdentityLevel): readonly ConfirmationKind[] => {
  const kinds = enough[level];
  return kinds === 'anybody' ? [] : kinds;
};

/**
 * What keeps a sender from the level that the profile of a discussion asks for (AMB-20, decision 30); undefined when nothing does.
 * An address counts where it was confirmed and as it was confirmed, without regard to case.
 */
export function confirmationFault(
  sender: Confirmable,
  level: IdentityLevel,
  discussionId: string,
): ConfirmationFault | undefined {
  const kinds = enough[level];
  if (kinds === 'anybody') return undefined;
  if (kinds.length === 0) return 'not-on-line';
  const { confirmedBy } = sender;
  if (!confirmedBy) return 'nothing-confirmed';
  if (!kinds.includes(confirmedBy.kind)) return 'too-weak';
  return misplaced(sender, discussionId);
}

/** The confirmation that is true of this sender in this discussion: that of another address is none of theirs. */
export function confirmationOf(sender: Confirmable, discussionId: string): SenderConfirmation | undefined {
  return misplaced(sender, discussionId) === undefined ? sender.confirmedBy : undefined;
}

function misplaced({ email, confirmedBy }: Confirmable, discussionId: string): ConfirmationFault | undefined {
  if (confirmedBy?.kind !== 'email') return undefined;
  if (confirmedBy.discussionId !== discussionId) return 'other-discussion';
  return comparableValue(confirmedBy.address) === comparableValue(email) ? undefined : 'other-address';
}
