import { createHash } from 'node:crypto';

/** Hex SHA-256 of UTF-8 text or bytes. */
export const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
