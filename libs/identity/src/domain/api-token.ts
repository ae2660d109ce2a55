import type { Role } from '#lib/kernel';

/** What a program may do: look only, or act too. */
export const tokenAccesses = ['READ', 'WRITE'] as const;
export type TokenAccess = (typeof tokenAccesses)[number];

/** Days. */
export const tokenTerm = { least: 1, greatest: 365 } as const;
const PREFIX_LENGTH = 8;

export interface TokenFacts {
  readonly name: string;
  /** Some of the officer's own. */
  readonly roles: readonly Role[];
  readonly access: TokenAccess;
  readonly days: number;
}

export interface TokenFault {
  readonly field: 'name' | 'roles' | 'access' | 'days';
  readonly fault: 'missing' | 'too-long' | 'not-own' | 'unknown' | 'out-of-range';
}

/** Every reason why such a token cannot be made for an officer with these roles. */
export function tokenFaults({ name, roles, access, days }: TokenFacts, own: readonly Role[]): TokenFault[] {
  const faults: TokenFault[] = [];
  if (name.trim() === '') faults.push({ field: 'name', fault: 'missing' });
  if (name.length > 100 || /\p{Cc}/u.test(name)) faults.push({ field: 'name', fault: 'too-long' });
  if (roles.length === 0) faults.push({ field: 'roles', fault: 'missing' });
  if (roles.some((role) => !own.includes(role))) faults.push({ field: 'roles', fault: 'not-own' });
  if (!tokenAccesses.includes(access)) faults.push({ field: 'access', fault: 'unknown' });
  if (!Number.isInteger(days) || days < tokenTerm.least || days > tokenTerm.greatest)
    faults.push({ field: 'days', fault: 'out-of-range' });
  return faults;
}

/** `tlq_` and 256 random bits: a scanner of leaked secrets knows it by sight. */
export const isApiToken = (text: string): boolean => /^tlq_[A-Za-z0-9_-]{43}$/.test(text);

export const tokenPrefix = (token: string): string => token.slice(0, 4 + PREFIX_LENGTH);
