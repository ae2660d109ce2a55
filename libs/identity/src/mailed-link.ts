import { DomainError } from '#lib/kernel';
import { isSessionToken, newSessionToken, tokenHash } from './session-token.js';

/** A link of a letter is good once and for a time; whoever asks by another learns nothing but this. */
export class LinkNotValid extends DomainError {
  constructor() {
    super('link-not-valid', 'the link was used, has expired or was withdrawn');
  }
}

/** 256 random bits; only their hash is kept. */
export const newLinkToken = newSessionToken;

/** @throws LinkNotValid for what cannot be a link's token */
export function linkHash(token: string): Buffer {
  if (!isSessionToken(token)) throw new LinkNotValid();
  return tokenHash(token);
}

export const aboutInvitation = (id: string): string => `link of invitation ${id}`;
export const aboutReset = (id: string): string => `link of password reset ${id}`;
