import { describe, expect, it } from '@jest/globals';
import { seeOther } from './answer.js';

describe('seeOther', () => {
  it('leads to a page of this site', () => {
    expect(seeOther('/kk/officer')).toMatchObject({ status: 303, location: '/kk/officer' });
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', ''])(
    'refuses %s',
    (location) => {
      expect(() => seeOther(location)).toThrow('another site');
    },
  );
});
