import { generateSync } from 'otplib';

/** What an authenticator with this secret shows now, or steps of 30 seconds from now. */
export const codeOf = (secret: string, stepsAhead = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * stepsAhead });
