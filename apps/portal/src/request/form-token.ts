import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a form of a signed-in person carries: nobody who does not know the session's token can make it. */
export const formTokenOf = (sessionToken: string): string =>
  createHmac('sha256', sessionToken).update('talqy form token').digest('base64url');

export function isFormTokenOf(sessionToken: string, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const expected = Buffer.from(formTokenOf(sessionToken));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
