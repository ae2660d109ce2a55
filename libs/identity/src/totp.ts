import { generateSecret, generateURI, verifySync } from 'otplib';

/** RFC 6238 as every authenticator knows it: SHA-1, six digits, 30 seconds, 160 random bits. */
const STEP_SECONDS = 30;

export const newFactorSecret = (): string => generateSecret({ length: 20 });

/** What an authenticator reads from the picture: `otpauth://totp/…`. */
export const factorAddress = (secret: string, email: string): string =>
  generateURI({ issuer: 'Talqy', label: email, secret });

/**
 * The step of the clock whose code this is; undefined when it is of none: one step before and after are taken, for clocks that differ.
 * @param code six digits
 * @param epoch seconds
 */
export function stepOfCode(secret: string, code: string, epoch: number): number | undefined {
  const found = verifySync({ secret, token: code, epoch: Math.floor(epoch), epochTolerance: STEP_SECONDS });
  return found.valid && 'timeStep' in found ? found.timeStep : undefined;
}
