import { describe, expect, it } from '@jest/globals';
import { isMessageKey } from './catalogue.js';
import { collator, formatNumber, formatPercent } from './numbers-and-order.js';
import { translator } from './translator.js';

describe('translator', () => {
  it.each([
    [1, '1 замечание или предложение'],
    [3, '3 замечания и предложения'],
    [11, '11 замечаний и предложений'],
    [21, '21 замечание или предложение'],
    [0, 'нет замечаний и предложений'],
  ])('counts %d in Russian', (count, expected) => {
    expect(translator('ru')('remarks.count', { count })).toBe(expected);
  });

  it('counts in Kazakh with the noun in the singular', () => {
    expect(translator('kk')('remarks.count', { count: 5 })).toBe('5 ескерту мен ұсыныс');
    expect(translator('kk')('list.count', { count: 12 })).toBe('12 талқылау');
  });

  it('leaves markup in a value as text: escaping is the work of whoever prints it', () => {
    expect(translator('en')('grouping.keep', { number: '<b>{7}</b>' })).toBe('Keep <b>{7}</b>');
  });

  it('refuses a message whose value is not given', () => {
    expect(() => translator('en')('draft.version')).toThrow(/number/);
  });

  it('knows its keys', () => {
    expect(isMessageKey('site.name')).toBe(true);
    expect(isMessageKey('constructor')).toBe(false);
  });
});

describe('numbers and order', () => {
  it('groups digits as the language does', () => {
    expect(formatNumber(1_500_000, 'kk')).toBe('1\u00a0500\u00a0000');
    expect(formatNumber(1_500_000, 'en')).toBe('1,500,000');
    expect((['kk', 'ru', 'en'] as const).map((language) => formatPercent(12, language))).toEqual([
      '12%',
      '12\u00a0%',
      '12%',
    ]);
  });

  it('sorts the Kazakh letters in their order (REQ-121)', () => {
    const words = ['іс', 'ән', 'бап', 'ғылым', 'гүл', 'ал', 'өз', 'ой'];
    expect(words.toSorted(collator('kk').compare)).toEqual(['ал', 'ән', 'бап', 'гүл', 'ғылым', 'ой', 'өз', 'іс']);
    expect(['10', '9'].toSorted(collator('ru').compare)).toEqual(['9', '10']);
  });
});
