import { describe, expect, it } from '@jest/globals';
import { sidesOf, textChoice, writtenLanguages } from './text-language.js';

const clause = (text: { kk: string; ru: string; en?: string }) => ({
  lineageId: '1',
  position: 1,
  kind: 'CLAUSE' as const,
  level: 1,
  label: '1.',
  text,
});
const two = [clause({ kk: 'а', ru: 'б' })];
const kazakh = [clause({ kk: 'а', ru: '' })];

describe('textChoice', () => {
  it.each([
    ['both', 'en', 'both'],
    ['ru', 'kk', 'ru'],
    ['en', 'en', 'ru'],
    [undefined, 'kk', 'kk'],
    [['ru', 'kk'], 'kk', 'kk'],
    ['<script>', 'en', 'ru'],
  ] as const)('of %j for a visitor in %s is %s', (asked, visitor, choice) =>
    expect(textChoice(two, asked, visitor)).toBe(choice),
  );

  it('never shows an empty side', () => {
    expect(writtenLanguages(kazakh)).toEqual(['kk']);
    expect(textChoice(kazakh, 'both', 'ru')).toBe('kk');
    expect([sidesOf('both'), sidesOf('en')]).toEqual([['kk', 'ru'], ['en']]);
  });
});
