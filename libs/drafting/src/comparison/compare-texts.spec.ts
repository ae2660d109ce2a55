import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareTexts, type ParagraphChange } from './compare-texts.js';
import { ComparisonEffort } from './comparison-effort.js';

/** One line a paragraph: ` ` same, `-` removed, `+` added, `~` reworded with its marks. */
const lines = (changes: readonly ParagraphChange[]): string[] =>
  changes.map((change) =>
    change.kind === 'changed'
      ? `~${change.words.map(({ kind, text }) => ({ same: text, removed: `[${text}]`, added: `{${text}}` })[kind]).join('')}`
      : `${{ same: ' ', removed: '-', added: '+' }[change.kind]}${change.text}`,
  );

/** The text of one side. */
const side = (changes: readonly ParagraphChange[], other: 'added' | 'removed'): string =>
  changes
    .filter(({ kind }) => kind !== other)
    .map((change) =>
      change.kind === 'changed'
        ? change.words
            .filter(({ kind }) => kind !== other)
            .map(({ text }) => text)
            .join('')
        : change.text,
    )
    .join('\n');

describe('compareTexts', () => {
  it.each([
    ['nothing', '', '', []],
    ['the same', 'а\nб', 'а\nб', [' а', ' б']],
    ['a text of a new language', '', 'а\nб', ['+а', '+б']],
    ['a text taken away', 'а', '', ['-а']],
    ['a word in a paragraph', 'бес күн\nтегін', 'он күн\nтегін', ['~[бес]{он} күн', ' тегін']],
    ['a paragraph put in', 'бес күн\nтегін', 'бес күн\nпорталда\nтегін', [' бес күн', '+порталда', ' тегін']],
    ['another paragraph in its place', 'бес жұмыс күні', 'порталда тегін', ['-бес жұмыс күні', '+порталда тегін']],
    [
      'reworded paragraphs among new ones, each by its own words',
      'мерзімі бес күн\nтөлемі жоқ',
      'порталда ғана\nтөлемі бар\nбасқа жол',
      ['-мерзімі бес күн', '+порталда ғана', '~төлемі [жоқ]{бар}', '+басқа жол'],
    ],
    [
      'a paragraph with the most likeness rather than the first',
      'мерзімі бес жұмыс күні',
      'мерзімі бес ай\nмерзімі бес жұмыс күні болады',
      ['+мерзімі бес ай', '~мерзімі бес жұмыс күні{ болады}'],
    ],
    ['empty paragraphs', 'а\n\nб', 'а\nб', [' а', '-', ' б']],
  ])('tells %s', (_, before, after, expected) => expect(lines(compareTexts(before, after))).toEqual(expected));

  const paragraph = fc.array(fc.constantFrom('бес', 'он', 'жұмыс', 'күні', 'өтініш', '1 500', ',', '–'), {
    maxLength: 8,
  });
  const text = fc.oneof(
    fc
      .array(
        paragraph.map((words) => words.join(' ')),
        { maxLength: 8 },
      )
      .map((said) => said.join('\n')),
    fc.string({ unit: fc.constantFrom('ә', 'қ', ' ', '\n'), maxLength: 30 }),
  );

  it('gives both texts back, letter for letter', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = compareTexts(before, after);
        expect(side(changes, 'added')).toBe(before);
        expect(side(changes, 'removed')).toBe(after);
      }),
      { numRuns: 1_000 },
    ));

  it('pairs so many paragraphs one by one', () => {
    const said = (word: string) => Array.from({ length: 300 }, (_, index) => `${index}-бап бойынша ${word} керек`);
    const changes = compareTexts(said('қағаз').join('\n'), said('файл').join('\n'));
    expect(changes.map(({ kind }) => kind)).toEqual(said('').map(() => 'changed'));
  });

  it('shows whole what is left when the effort is used up', () => {
    const effort = new ComparisonEffort(60);
    expect(lines(compareTexts('мерзімі бес күн', 'мерзімі он күн', effort))).toEqual(['~мерзімі [бес]{он} күн']);
    expect(effort.isSpent).toBe(false);
    expect(lines(compareTexts('мерзімі бес күн', 'мерзімі он күн', effort))[0]).toMatch(/^~/);
    expect(effort.isSpent).toBe(true);
    expect(lines(compareTexts('бес күн\nтегін', 'он күн\nтегін', effort))).toEqual(['-бес күн', '+он күн', ' тегін']);
    expect(lines(compareTexts('тегін', 'тегін', effort))).toEqual([' тегін']);
  });
});
