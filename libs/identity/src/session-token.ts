import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; only their hash is stored. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url');

export const isSessionToken = (value: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(value);

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
