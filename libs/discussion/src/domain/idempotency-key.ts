import { DomainError } from '#lib/kernel';

/**
 * REQ-37: the sender's own name for one submission, 1-255 visible ASCII characters (the draft RFC's string without its quotes).
 * @throws DomainError `idempotency-key-invalid`
 */
export function idempotencyKey(value: string): string {
  if (/^[\x21-\x7e]{1,255}$/.test(value)) return value;
  throw new DomainError('idempotency-key-invalid', 'an idempotency key has 1-255 visible ASCII characters');
}
