import { isConfidentialAddress } from '#lib/kernel';

/** An identity provider's name for itself: an address nobody on the way can answer for, without a query, a fragment or a password. */
export function isIssuer(value: unknown): boolean {
  if (typeof value !== 'string' || !isConfidentialAddress(value)) return false;
  const { search, hash, username, password } = new URL(value);
  return [search, hash, username, password].every((part) => part === '');
}

/** Over http and so on this host alone: it lets anybody in as anybody. */
export const isDevelopmentIssuer = (issuer: string): boolean => issuer.startsWith('http:');
