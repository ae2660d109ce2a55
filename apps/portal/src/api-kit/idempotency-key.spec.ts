import { describe, expect, it } from '@jest/globals';
import { readIdempotencyKey } from './idempotency-key.js';

describe('readIdempotencyKey', () => {
  it('reads a quoted string and its escapes', () => {
    expect(readIdempotencyKey('"8e03978e-40d5-43e8-bc93-6894a57f9324"')).toBe('8e03978e-40d5-43e8-bc93-6894a57f9324');
    expect(readIdempotencyKey('"a\\"b\\\\c"')).toBe('a"b\\c');
  });

  it.each([undefined, '', 'unquoted', '""', `"${'k'.repeat(256)}"`, '"кілт"', '"a', ['"a"', '"b"']])(
    'refuses %j',
    (header) => {
      expect(() => readIdempotencyKey(header)).toThrow('Idempotency-Key');
    },
  );
});
