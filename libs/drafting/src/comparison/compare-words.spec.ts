import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareWords, type WordChange } from './compare-words.js';
import { readWords } from './words.js';

/** Removed in brackets, added in braces. */
const marked = (changes: readonly WordChange[]): string =>
  changes.map(({ kind, text }) => ({ same: text, removed: `[${text}]`, added: `{${text}}` })[kind]).join('');
const side = (changes: readonly WordChange[], other: 'added' | 'removed'): string =>
  changes
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('');

/** Where each piece ends, counted from the beginning of the text. */
function edgesOf(pieces: readonly string[]): number[] {
  let end = 0;
  return pieces.map(({ length }) => (end += length));
}

describe('compareWords', () => {
  it.each([
    ['a word', 'Мерзімі – бес жұмыс күні.', 'Мерзімі – он жұмыс күні.', 'Мерзімі – [бес]{он} жұмыс күні.'],
    ['words beside each other', 'он бес жұмыс күні', 'он күнтізбелік күн', 'он [бес жұмыс күні]{күнтізбелік күн}'],
    ['words put in', 'Жалоба подается.', 'Жалоба подается в суд.', 'Жалоба подается{ в суд}.'],
    ['a word taken out in the middle', 'Мерзімі – он бес күн', 'Мерзімі – бес күн', 'Мерзімі – [он ]бес күн'],
    ['a word put in the middle', 'бес күн', 'бес жұмыс күн', 'бес {жұмыс }күн'],
    ['a word put in among other spaces', 'бес күн', 'бес  жұмыс күн', 'бес{  жұмыс} күн'],
    ['words put in first', 'бес күн', 'ең көбі бес күн', '{ең көбі }бес күн'],
    ['words taken out', 'не более пяти дней', 'пяти дней', '[не более ]пяти дней'],
    ['a sign', 'тегін.', 'тегін;', 'тегін[.]{;}'],
    ['a comma between two replaced words', 'құны, мерзімі', 'төлемі, уақыты', '[құны, мерзімі]{төлемі, уақыты}'],
    ['white space', 'бес  күн ', 'бес күн', 'бес[  ]{ }күн[ ]'],
    ['everything', 'бес', 'он', '[бес]{он}'],
    ['nothing into something', '', 'он', '{он}'],
    ['something into nothing', 'он', '', '[он]'],
    ['capital letters', 'Күні', 'күні', '[Күні]{күні}'],
    ['line feeds', 'а\nб', 'а\nв', 'а\n[б]{в}'],
  ])('marks %s', (_, before, after, expected) => expect(marked(compareWords(before, after))).toBe(expected));

  it.each([
    ['әкім', 'әкімдік'],
    ['ғимарат', 'ғимараты'],
    ['қызмет', 'қызметтер'],
    ['оның', 'оны'],
    ['өтініш', 'өтінім'],
    ['ұсыныс', 'ұсыным'],
    ['үйі', 'үйде'],
    ['жиһаз', 'жиһаздар'],
    ['ісі', 'істер'],
    ['ӘҒҚҢӨҰҮҺІ', 'ӘҒҚҢӨҰҮҺ'],
    ['ёлка', 'ёлки'],
    ['й'.normalize('NFD'), 'йод'.normalize('NFD')],
    ['алдын-ала', 'алдын'],
    ['жария‑құқықтық', 'жария'],
    ['1 500', '1 600'],
    ['1\u00a0500\u00a0000', '1\u00a0500\u00a0001'],
    ['1\u202f500', '2\u202f500'],
    ['12,5', '12,6'],
    ['3-1', '3-2'],
    ['№ 126', '№ 127'],
    ['№126', '№127'],
    ['126/1', '126/2'],
    ['01.07.2016', '02.07.2016'],
    ['2016-07-01', '2016-07-02'],
    ['09:00', '09:30'],
    ['5–7', '5–10'],
    ['А4', 'А5'],
    ['O’Neil', 'O’Neill'],
  ])('takes %s for one word: %s is another', (before, after) =>
    expect(marked(compareWords(`мына ${before} сөз`, `мына ${after} сөз`))).toBe(`мына [${before}]{${after}} сөз`),
  );

  it.each([
    ['1 2000 500', ['1', '2000', '500']],
    ['2016 500', ['2016', '500']],
    ['А4 500 және 01.07.16 500', ['А4', '500', 'және', '01.07.16', '500']],
    ['бес-', ['бес', '-']],
    ['– бес', ['–', 'бес']],
    ['а-б-в', ['а-б-в']],
    ['«Ашық»', ['«', 'Ашық', '»']],
    ['1) бес', ['1', ')', 'бес']],
    ['№ жоқ', ['№', 'жоқ']],
    ['😀😀', ['😀', '😀']],
  ])('parts %s into %j', (text, words) => expect(readWords(text).map((word) => word.text)).toEqual([...words, '']));

  it('takes a long text apart as a short one', () => {
    const words = readWords('Көрсетілетін қызметті алушы-ұйым 1 500 теңге. '.repeat(500));
    expect(new Set(words.map(({ text }) => text))).toEqual(
      new Set(['Көрсетілетін', 'қызметті', 'алушы-ұйым', '1 500', 'теңге', '.', '']),
    );
  });
});

describe('compareWords, whatever the texts', () => {
  const kazakh = [...'әғқңөұүһіӘҚабвйё  \n-–.,№:/1234500«»', '\u00a0', '\u0306', '😀', '\ud83d'];
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...kazakh), maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(fc.constantFrom('бес', 'он', ' ', '. ', ', ', 'жұмыс', 'күні', '1 500', '\n'), { maxLength: 40 })
      .map((words) => words.join('')),
  );
  const both = fc.tuple(text, text);

  it('gives both texts back, letter for letter', () =>
    fc.assert(
      fc.property(both, ([before, after]) => {
        const changes = compareWords(before, after);
        expect(side(changes, 'added')).toBe(before);
        expect(side(changes, 'removed')).toBe(after);
      }),
      { numRuns: 2_000 },
    ));

  it('has no empty run, no two of a kind in a row, and what is added after what it replaces', () =>
    fc.assert(
      fc.property(both, ([before, after]) => {
        const kinds = compareWords(before, after).map(({ kind, text: said }) => (said === '' ? 'empty' : kind));
        expect(kinds.join(' ')).not.toMatch(/empty|same same|added added|removed removed|added removed/);
      }),
      { numRuns: 1_000 },
    ));

  it('changes nothing in equal texts', () =>
    fc.assert(fc.property(text, (same) => side(compareWords(same, same), 'added') === same)));

  it('parts a text only where a word ends or begins', () =>
    fc.assert(
      fc.property(both, ([before, after]) => {
        const changes = compareWords(before, after);
        for (const [whole, other] of [
          [before, 'added'],
          [after, 'removed'],
        ] as const) {
          const open = new Set(edgesOf(readWords(whole).flatMap((word) => [word.space, word.text])));
          const cuts = edgesOf(changes.filter(({ kind }) => kind !== other).map((change) => change.text));
          expect(cuts.filter((cut) => !open.has(cut))).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    ));
});

describe('compareWords of very long texts', () => {
  const numbered = (word: string, count: number) => Array.from({ length: count }, (_, index) => `${word}${index}`);

  it('shows one replacement between what is common at both ends', () => {
    const [old, young] = [numbered('ескі', 12_000), numbered('жаңа', 12_000)].map((words) => words.join(' '));
    const changes = compareWords(`Басы бір. ${old} соңы бір.`, `Басы бір. ${young} соңы бір.`);
    expect(changes.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same']);
    expect(changes[0]?.text.trim()).toBe('Басы бір.');
    expect(changes[3]?.text).toBe(' соңы бір.');
    expect(side(changes, 'removed')).toContain('жаңа11999 соңы');
  });

  it('still finds single words', () => {
    const words = numbered('сөз', 12_000);
    const changes = compareWords(words.join(' '), words.with(6_000, 'жаңа').join(' '));
    expect(changes.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual(['сөз6000', 'жаңа']);
  });
});
