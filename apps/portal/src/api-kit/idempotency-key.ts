import { DomainError } from '#lib/kernel';

const STRUCTURED_STRING = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/;
const MAX_LENGTH = 255;

/**
 * Reads an Idempotency-Key header: a Structured-Field String, in quotes (draft-ietf-httpapi-idempotency-key-header).
 * @throws DomainError `idempotency-key-invalid` when it is missing, unquoted, empty or longer than 255 characters
 */
export function readIdempotencyKey(header: string | readonly string[] | undefined): string {
  const quoted = typeof header === 'string' ? STRUCTURED_STRING.exec(header.trim()) : null;
  const key = quoted?.[1]?.replace(/\\(["\\])/g, '$1') ?? '';
  if (key.length === 0 || key.length > MAX_LENGTH) {
    throw new DomainError('idempotency-key-invalid', 'send Idempotency-Key: "…", a quoted string of 1-255 characters');
  }
  return key;
}
