import type { Instant } from '#lib/kernel';
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

/** The sender has signed this very remark (decision 34): what the certificate says. */
export interface SignedRemark {
  readonly kind: 'signature';
  /** The common name. */
  readonly name: string;
  /** The serialNumber attribute of the subject, in Kazakhstan the IIN of the person; for the sender alone. */
  readonly personalNumber: string | null;
  readonly organisation: string | null;
  /** RFC 4514, like the issuer. */
  readonly subject: string;
  readonly issuer: string;
  readonly certificateSerial: string;
  readonly certificateSha256: string;
  readonly validFrom: Instant;
  readonly validTo: Instant;
  readonly algorithm: string;
  readonly signedAt: Instant | null;
  readonly timestampedAt: Instant | null;
  readonly verifiedBy: 'local' | 'external';
  /** The instant for which the certificate was found valid: that of the arrival. */
  readonly verifiedFor: Instant;
}

export type SenderConfirmation = NamedByProvider | ConfirmedAddress | SignedRemark;
export type ConfirmationKind = SenderConfirmation['kind'];

/** Why a sender does not count as confirmed. */
export type ConfirmationFault = 'nothing-confirmed' | 'too-weak' | 'other-address' | 'other-discussion' | 'not-on-line';

interface Confirmable {
  readonly email?: string;
  readonly confirmedBy?: SenderConfirmation;
}

/** What satisfies a level, the weakest first; a stronger confirmation satisfies a weaker one. `anybody` needs none. */
const enough: Readonly<Record<IdentityLevel, readonly ConfirmationKind[] | 'anybody'>> = {
  none: 'anybody',
  'name-and-contact': 'anybody',
  'confirmed-email': ['email', 'provider', 'signature'],
  'confirmed-by-provider': ['provider', 'signature'],
  signed: ['signature'],
  'national-body': [],
};

/** Whether a level lets in only who is confirmed, or nobody on line. */
export const needsConfirmation = (level: IdentityLevel): boolean => enough[level] !== 'anybody';

/** Whether an identity provider is the least that a level asks for. */
export const needsProvider = (level: IdentityLevel): boolean => confirmationsFor(level)[0] === 'provider';

/** Whether a level asks for the signature of the remark itself: nothing less will do, and it comes last, not first. */
export const needsSignature = (level: IdentityLevel): boolean => confirmationsFor(level)[0] === 'signature';

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
