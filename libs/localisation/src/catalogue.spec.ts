import { describe, expect, it } from '@jest/globals';
import { errorCodes, languages } from '#lib/kernel';
import { IntlMessageFormat } from 'intl-messageformat';
import { areas, catalogues } from './catalogue.js';
import { locales } from './locale.js';

/** Names and codes that read the same; {placeholders} and punctuation alone are never counted as untranslated. */
const sameInEveryLanguage = new Set(['language.kk', 'language.ru', 'language.en', 'intake.api']);
const sameInRussianAndKazakh = new Set(['site.name', 'sign-in.login', 'date.zone.other']);

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const parsed = (language: keyof typeof catalogues, key: string): Element[] =>
  new IntlMessageFormat(catalogues[language].get(key) ?? '', locales[language], undefined, {
    ignoreTag: true,
  }).getAst();

const LITERAL = 0;

function placeholders(elements: Element[], into = new Set<string>()): Set<string> {
  for (const element of elements) {
    if ('value' in element && (element.type as number) !== LITERAL) into.add(element.value);
    if ('options' in element) for (const option of Object.values(element.options)) placeholders(option.value, into);
  }
  return into;
}

const pluralForms = (elements: Element[]): string[][] =>
  elements.flatMap((element) => {
    if (!('options' in element)) return [];
    const inner = Object.values(element.options).flatMap((option) => pluralForms(option.value));
    return 'pluralType' in element ? [Object.keys(element.options), ...inner] : inner;
  });

const hasWords = (text: string): boolean => /\p{L}/u.test(text.replace(/\{[^{}]*\}/g, '').replace('SHA-256', ''));

describe.each(languages)('catalogue %s', (language) => {
  const english = [...catalogues.en.keys()];
  const own = catalogues[language];

  it('has exactly the keys of the English catalogue, each in one area', () => {
    expect(english.filter((key) => !own.has(key))).toEqual([]);
    expect([...own.keys()].filter((key) => !catalogues.en.has(key))).toEqual([]);
    const everyKey = Object.values(areas[language]).flatMap((area: object) => Object.keys(area));
    expect(everyKey.length).toBe(own.size);
  });

  it('is translated: no empty value, none left in another language', () => {
    expect(english.filter((key) => !own.get(key)?.trim())).toEqual([]);
    const untranslated = english.filter((key) => {
      if (language === 'en' || sameInEveryLanguage.has(key) || !hasWords(own.get(key) ?? '')) return false;
      const copied = language === 'kk' && !sameInRussianAndKazakh.has(key) && own.get(key) === catalogues.ru.get(key);
      return own.get(key) === catalogues.en.get(key) || (copied && !key.startsWith('date.month.'));
    });
    expect(untranslated).toEqual([]);
  });

  it('holds valid ICU messages with the placeholders of the English ones', () => {
    const different = english.filter((key) => {
      const names = [...placeholders(parsed(language, key))].toSorted();
      return names.join() !== [...placeholders(parsed('en', key))].toSorted().join();
    });
    expect(different).toEqual(language === 'kk' ? ['date.close-at-hour'] : []); // the Kazakh case ending
  });

  it('gives every plural the forms of the language (ru: one, few, many, other)', () => {
    const needed = new Intl.PluralRules(locales[language]).resolvedOptions().pluralCategories;
    const lacking = english.filter((key) =>
      pluralForms(parsed(language, key)).some((forms) => needed.some((form) => !forms.includes(form))),
    );
    expect(lacking).toEqual([]);
  });

  it('says every refusal of the kernel', () => {
    expect(errorCodes.filter((code) => !own.has(`error.${code}`))).toEqual([]);
  });
});

it('writes Kazakh with Kazakh letters and without stray Latin look-alikes', () => {
  for (const language of ['kk', 'ru'] as const) {
    const mixed = [...catalogues[language]].filter(([, text]) =>
      /\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic}/u.test(text.replace(/\{\w+/g, '{')),
    );
    expect(mixed).toEqual([]);
  }
  expect([...catalogues.kk.values()].join('')).toMatch(/(?=.*ә)(?=.*ғ)(?=.*қ)(?=.*ң)(?=.*ө)(?=.*ұ)(?=.*ү)(?=.*і)/su);
});
