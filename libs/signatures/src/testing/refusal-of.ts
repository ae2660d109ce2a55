import { SignatureRefused } from '../domain/signature-refused.js';

/** The fault a verification was refused with, `accepted` when it was not; any other error is thrown on. */
export async function refusalOf(verification: Promise<unknown>): Promise<string> {
  try {
    await verification;
    return 'accepted';
  } catch (error) {
    if (error instanceof SignatureRefused) return error.reason;
    throw error;
  }
}
