import { describe, expect, it } from '@jest/globals';
import { limitsFrom } from './limits.js';

describe('limits', () => {
  it('are ours unless an operator writes another; a network has ten times an address', () => {
    expect(limitsFrom().remark).toEqual({ perAddress: 30, perNetwork: 300 });
    expect(limitsFrom(['remark:7', 'search:1000'])).toMatchObject({
      remark: { perAddress: 7, perNetwork: 70 },
      search: { perAddress: 1000, perNetwork: 10_000 },
      'sign-in': { perAddress: 100, perNetwork: 1000 },
    });
  });
});
