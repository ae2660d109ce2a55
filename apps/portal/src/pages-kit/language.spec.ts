import { describe, expect, it } from '@jest/globals';
import { inEachLanguage, preferredLanguage } from './language.js';

describe('preferredLanguage', () => {
  it.each([
    ['ru-KZ,ru;q=0.9,kk;q=0.8', 'ru'],
    ['en;q=0.3, kk;q=0.9', 'kk'],
    ['de, fr;q=0.9, en;q=0.1', 'en'],
    ['ru;q=0, en', 'en'],
    ['de', 'kk'],
    ['', 'kk'],
    [undefined, 'kk'],
  ])('%s → %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});

describe('inEachLanguage', () => {
  it('stays on the page and its query', () => {
    expect(inEachLanguage('/kk/discussions/1?clause=2').map(({ href }) => href)).toEqual([
      '/kk/discussions/1?clause=2',
      '/ru/discussions/1?clause=2',
      '/en/discussions/1?clause=2',
    ]);
  });

  it('leads from a page without a language to the start', () => {
    expect(inEachLanguage('/kkk').map(({ href }) => href)).toEqual(['/kk/kkk', '/ru/kkk', '/en/kkk']);
    expect(inEachLanguage('/ru').map(({ href }) => href)).toEqual(['/kk', '/ru', '/en']);
  });
});
