import { createHash, randomBytes } from 'node:crypto';
import { recoveryCode, recoveryCodes } from './domain/recovery-code.js';

/** Ten new codes, each good once. They are shown once and kept as hashes. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodes.count }, () => recoveryCode(randomBytes(8 * recoveryCodes.length)));

/** @param code without spaces and hyphens */
export const recoveryCodeHash = (code: string): Buffer =>
  createHash('sha256').update(code.replaceAll('-', '')).digest();
