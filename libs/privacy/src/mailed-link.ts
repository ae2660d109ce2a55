import { createHash, randomBytes } from 'node:crypto';
import { DomainError } from '#lib/kernel';

/** A link of a letter is good once and for a time; whoever asks by another learns nothing but this. */
export class LinkNotValid extends DomainError {
  constructor() {
    super('link-not-valid', 'the link was used, has expired or was withdrawn');
  }
}

/** 256 random bits; only their hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Whether it can be a token, and so the value of a blind index written in the same way. */
export const isToken = (value: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(value);

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** @throws LinkNotValid for what cannot be a link's token */
export function linkHash(token: string): Buffer {
  if (!isToken(token)) throw new LinkNotValid();
  return tokenHash(token);
}
