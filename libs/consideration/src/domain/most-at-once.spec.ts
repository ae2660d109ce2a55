import { describe, expect, it } from '@jest/globals';
import { assertSome, MOST_AT_ONCE } from './most-at-once.js';

describe('how many are done at once', () => {
  it.each([1, MOST_AT_ONCE])('%d may be', (length) => {
    expect(() => assertSome(Array.from({ length }), 'remarks are decided')).not.toThrow();
  });

  it.each([0, MOST_AT_ONCE + 1])('%d may not', (length) => {
    expect(() => assertSome(Array.from({ length }), 'remarks are decided')).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        message: '1 to 5000 remarks are decided at once',
        details: { most: 5_000 },
      }),
    );
  });
});
