/** Letters and digits that cannot be taken for one another. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
export const recoveryCodes = { count: 10, length: 16 } as const;

/** A code of 16 letters, about 78 bits, in groups of four. @param bytes random, one a letter; those above 239 are passed over */
export function recoveryCode(bytes: Iterable<number>): string {
  const letters: string[] = [];
  for (const byte of bytes) {
    if (byte < 8 * LETTERS.length && letters.length < recoveryCodes.length)
      letters.push(LETTERS.charAt(byte % LETTERS.length));
  }
  if (letters.length < recoveryCodes.length) throw new RangeError('too few random bytes for a recovery code');
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** What a person typed, as it is hashed; undefined when it cannot be a recovery code. */
export function readRecoveryCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  return plain.length === recoveryCodes.length && /^[A-Z0-9]+$/.test(plain) ? plain : undefined;
}

/** Six digits as an authenticator shows them, with or without a space; undefined when they are none. */
export function readFactorCode(typed: string): string | undefined {
  const plain = typed.replaceAll(/[\s-]/g, '');
  return /^\d{6}$/.test(plain) ? plain : undefined;
}
