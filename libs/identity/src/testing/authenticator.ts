import { generateSync } from 'otplib';

/** An authenticator with this secret, at the time of this machine, or steps of 30 seconds away from it. */
export const codeOf = (secret: string, stepsAhead = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * stepsAhead });
