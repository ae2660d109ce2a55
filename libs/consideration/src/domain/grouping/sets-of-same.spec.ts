import { describe, expect, it } from '@jest/globals';
import { setsOfSame } from './sets-of-same.js';

describe('one sender by several ways (REQ-43)', () => {
  it('is found through an address and then a name', () => {
    const byEmail = [['portal', 'e-mail']];
    const byName = [
      ['e-mail', 'letter'],
      ['other', 'another'],
    ];
    expect(setsOfSame([...byEmail, ...byName])).toEqual([
      ['portal', 'e-mail', 'letter'],
      ['other', 'another'],
    ]);
  });

  it('is nobody when nothing is shared', () => {
    expect(setsOfSame([])).toEqual([]);
  });
});
