import { isLanguage, type Language, type Role, roles } from '#lib/kernel';
import { type PasswordFault, passwordFaults } from './password-rules.js';

export interface OfficerFacts {
  readonly email: string;
  readonly name: string;
  readonly bodyId: string;
  readonly roles: readonly Role[];
  readonly language: Language;
}

export interface OfficerFault {
  readonly field: 'email' | 'name' | 'roles' | 'language' | 'password' | 'bodyId';
  readonly fault: 'not-an-address' | 'missing' | 'too-long' | 'unknown' | 'control-character' | PasswordFault;
}

/** The address as accounts are found by it. */
export const accountAddress = (email: string): string => email.normalize('NFC').trim().toLowerCase();

/** Every reason why nobody can be invited by these facts; none = somebody can. */
export function invitationFaults(invited: Pick<OfficerFacts, 'email' | 'roles' | 'language'>): OfficerFault[] {
  const faults: OfficerFault[] = [];
  if (!/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}]+$/u.test(invited.email) || invited.email.length > 254)
    faults.push({ field: 'email', fault: 'not-an-address' });
  if (invited.roles.length === 0) faults.push({ field: 'roles', fault: 'missing' });
  if (invited.roles.some((role) => !roles.includes(role))) faults.push({ field: 'roles', fault: 'unknown' });
  if (!isLanguage(invited.language)) faults.push({ field: 'language', fault: 'unknown' });
  return faults;
}

/**
 * Every reason why an account cannot be made of these facts; none = it can.
 * @param isLeaked whether a word stands in a list of passwords that leaked
 */
export function officerFaults(
  officer: OfficerFacts,
  password: string,
  isLeaked: (word: string) => boolean,
): OfficerFault[] {
  const faults = invitationFaults(officer);
  faults.push(...nameFaults(officer.name));
  return [
    ...faults,
    ...passwordFaults(password, officer, isLeaked).map((fault) => ({ field: 'password' as const, fault })),
  ];
}

function nameFaults(name: string): OfficerFault[] {
  const faults: OfficerFault[] = [];
  if (name.trim() === '') faults.push({ field: 'name', fault: 'missing' });
  if (name.length > 200) faults.push({ field: 'name', fault: 'too-long' });
  // Narrower than the kernel's: who joins by a provider cannot take a mark of direction out of the name that it gives.
  if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name)) faults.push({ field: 'name', fault: 'control-character' });
  return faults;
}

/** Whether a text can be the name of an account. */
export const isNameOfPerson = (text: string): boolean => nameFaults(text).length === 0;
