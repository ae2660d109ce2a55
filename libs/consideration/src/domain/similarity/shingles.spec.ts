import { describe, expect, it } from '@jest/globals';
import { shingleHashes } from './shingles.js';

const shared = (a: string, b: string): number => {
  const known = new Set(shingleHashes(a));
  return [...shingleHashes(b)].filter((hash) => known.has(hash)).length;
};

describe('shingles of a text (REQ-44)', () => {
  it('are its runs of three words', () => {
    expect(shingleHashes('мерзімді үш күнге дейін қысқарту керек')).toHaveLength(4);
    expect(shared('мерзімді үш күнге дейін', 'мерзімді үш күнге кейін')).toBe(1);
  });

  it('tell the order of words', () => {
    expect(shared('үш күн ішінде', 'ішінде үш күн')).toBe(0);
  });

  it('do not run words together', () => {
    expect(shared('аб в г', 'а бв г')).toBe(0);
  });

  it.each([
    ['two words', 'мерзімді қысқарту', 'мерзімді қысқартыңыз'],
    ['one word', 'келісемін', 'келісемінбе'],
    ['Chinese', '请把期限缩短到三天', '请把期限缩短到五天'],
    ['Japanese', '期限を三日に短縮してください', '期限を五日に短縮してください'],
    [
      'Chinese with a name in Latin letters',
      '请在 egov 把期限缩短到三天 谢谢大家',
      '请在 egov 把期限缩短到五天 谢谢大家',
    ],
    ['Thai', 'ขอให้ลดระยะเวลาเหลือสามวัน', 'ขอให้ลดระยะเวลาเหลือห้าวัน'],
  ])('are runs of three characters where words are few or not told apart: %s', (_case, a, b) => {
    expect(shared(a, b)).toBeGreaterThan(2);
    expect(shared(a, 'үш')).toBe(0);
  });

  it('are never none', () => {
    expect(shingleHashes('')).toHaveLength(1);
    expect(shingleHashes('а')).toHaveLength(1);
  });
});
