import { describe, expect, it } from '@jest/globals';
import { codesOfSection, isOfSection, isSectionCode, sectionOf } from './register-section.js';

describe('a section of the register', () => {
  it('is the first three digits of its services', () => {
    expect(sectionOf('02104001')).toBe('021');
    const [first, last] = codesOfSection('021');
    for (const code of ['02100000', '02104001', '02199999']) expect(first <= code && code <= last).toBe(true);
    for (const code of ['02099999', '02200000']) expect(first <= code && code <= last).toBe(false);
  });

  it('is the same range of codes in SQL', () =>
    expect(isOfSection('s.code', 'x.code')).toBe("s.code between x.code || '00000' and x.code || '99999'"));

  it.each(['000', '021'])('has the code %s', (code) => expect(isSectionCode(code)).toBe(true));
  it.each(['', '21', '0210', '02a', '٠٢١', ' 021', '021\n'])('has not the code %j', (code) =>
    expect(isSectionCode(code)).toBe(false),
  );
});
