import { createHmac } from 'node:crypto';

/** What one visit to the provider is bound by; each is 256 bits. */
export interface VisitSecrets {
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636). */
  readonly verifier: string;
}

/** All follow from the token in the browser's cookie: what the database holds is of no use to whoever reads it. */
export function visitSecrets(token: string): VisitSecrets {
  const derived = (what: string) => createHmac('sha256', token).update(`talqy ${what}`).digest('base64url');
  return { state: derived('state'), nonce: derived('nonce'), verifier: derived('verifier') };
}
