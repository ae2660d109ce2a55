import { describe, expect, it } from '@jest/globals';
import { idempotencyKey } from './idempotency-key.js';

describe('idempotency key (REQ-37)', () => {
  it.each(['k', '8e03978e-40d5-43e8-bc93-6894a57f9324', '"~!'.repeat(85)])('takes %s', (key) => {
    expect(idempotencyKey(key)).toBe(key);
  });

  it.each(['', 'k'.repeat(256), 'two words', 'кілт', 'line\n'])('refuses %j', (key) => {
    expect(() => idempotencyKey(key)).toThrow(expect.objectContaining({ code: 'idempotency-key-invalid' }));
  });
});
