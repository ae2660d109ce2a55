import { isEmailAddress } from '#lib/kernel';
import type { IdentityLevel } from '#lib/time-limits';
import type { Fault } from './fault.js';
import type { SenderConfirmation } from './sender-confirmation.js';

export const senderKinds = ['INDIVIDUAL', 'LEGAL_ENTITY', 'GROUP'] as const;
export type SenderKind = (typeof senderKinds)[number];

/** Who sends (REQ-30). Never public (REQ-46). */
export interface Sender {
  readonly kind: SenderKind;
  /** The individual, or the person who represents the legal entity or the group. */
  readonly name: string;
  readonly email?: string;
  /** The legal entity; the group's own name, if it has one. */
  readonly organisation?: string;
  /** Business identification number, 12 digits. */
  readonly bin?: string;
  /** By what the representative may act: a charter, a power of attorney. */
  readonly representativeGround?: string;
  /** What confirmed the sender (AMB-20). It is sealed with the rest. */
  readonly confirmedBy?: SenderConfirmation;
}

const LINE_LIMIT = 500;
const UNWRITABLE_LINE = /[\p{Cc}\p{Surrogate}]/u;

/** What is wrong with a sender: a legal entity carries both itself and its representative (REQ-30). */
export function senderFaults(sender: Sender): Fault[] {
  const faults = (['name', 'organisation', 'bin', 'representativeGround'] as const).flatMap((field) =>
    lineFaults(`sender.${field}`, sender[field] ?? ''),
  );
  if (sender.name.trim() === '') faults.push({ field: 'sender.name', fault: 'missing' });
  if (sender.kind === 'LEGAL_ENTITY' && !sender.organisation?.trim()) {
    faults.push({ field: 'sender.organisation', fault: 'missing' });
  }
  faults.push(...emailFaults(sender.email ?? ''));
  if (sender.bin && !/^\d{12}$/.test(sender.bin)) faults.push({ field: 'sender.bin', fault: 'malformed' });
  return faults;
}

/** What is wrong with an address on its own. */
export function addressFaults(address: string): Fault[] {
  if (address.trim() === '') return [{ field: 'sender.email', fault: 'missing' }];
  return emailFaults(address);
}

function emailFaults(email: string): Fault[] {
  const faults = lineFaults('sender.email', email);
  const isMalformed = faults.length === 0 && email !== '' && !isEmailAddress(email);
  return isMalformed ? [{ field: 'sender.email', fault: 'malformed' }] : faults;
}

/** Whether who sends on line has to leave an address: the Rules are silent, the profile decides (AMB-20). */
export const needsContact = (level: IdentityLevel): boolean => level !== 'none';

/** What a profile asks of who sends on line beyond a sound sender. */
export function contactFaults(sender: Sender, level: IdentityLevel): Fault[] {
  return needsContact(level) && !sender.email?.trim() ? [{ field: 'sender.email', fault: 'missing' }] : [];
}

/** What is wrong with a text of one line, up to 500 UTF-16 units. */
export function lineFaults(field: string, line: string): Fault[] {
  if (line.length > LINE_LIMIT) return [{ field, fault: 'too-long', limit: LINE_LIMIT }];
  return UNWRITABLE_LINE.test(line) ? [{ field, fault: 'not-text' }] : [];
}
