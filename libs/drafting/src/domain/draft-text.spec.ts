import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { textHash } from '../text-hash.js';
import { canonicalText } from './canonical-text.js';
import { type Clause, type DraftPart, type DraftText, type Section, pathOf } from './clause.js';
import { completenessFaults } from './draft-completeness.js';
import { levelsOf, parentsByLevel } from './levels.js';
import { treeFaults } from './part-tree.js';

const section = (lineageId: string, position: number, more: Partial<Section> = {}): Section => ({
  kind: 'section',
  lineageId,
  parent: null,
  position,
  label: `${position}.`,
  heading: { kk: 'Жалпы ережелер', ru: 'Общие положения' },
  ...more,
});
const clause = (lineageId: string, position: number, parent: string | null, more: Partial<Clause> = {}): Clause => ({
  kind: 'clause',
  lineageId,
  parent,
  position,
  label: `${position}.`,
  text: { kk: 'Мерзімі – 5 күн', ru: 'Срок – 5 дней' },
  ...more,
});
const draft = (...parts: DraftPart[]): DraftText => ({ title: { kk: 'Стандарт', ru: 'Стандарт услуги' }, parts });
const whole = draft(section('s', 1), clause('a', 2, 's'), clause('b', 3, 'a', { label: '1)' }));

describe('canonical text (REQ-23)', () => {
  it('is one line of JSON in a fixed order, hashed as UTF-8', () => {
    expect(canonicalText(draft(clause('a', 1, null)))).toBe(
      '{"form":"talqy-draft/1","title":{"kk":"Стандарт","ru":"Стандарт услуги"},"parts":[{"kind":"clause","id":"a","in":null,"label":"1.","words":{"kk":"Мерзімі – 5 күн","ru":"Срок – 5 дней"}}]}',
    );
    expect(textHash(whole)).toBe(createHash('sha256').update(canonicalText(whole), 'utf8').digest('hex'));
  });

  it('does not depend on the order of keys or of rows, nor on the kind of line ends', () => {
    const shuffled = draft(...whole.parts.toReversed().map((part) => ({ ...part, position: part.position * 10 })));
    expect(textHash(shuffled)).toBe(textHash(whole));
    const lines = (text: string) => textHash(draft(clause('a', 1, null, { text: { ru: text, kk: text } })));
    expect(lines('а\r\nб\rв')).toBe(lines('а\nб\nв'));
  });

  it.each([
    ['a letter', draft(clause('a', 1, null, { text: { kk: 'Мерзімі – 5 күн.', ru: 'Срок – 5 дней' } }))],
    ['a label', draft(clause('a', 1, null, { label: '1)' }))],
    ['a lineage', draft(clause('c', 1, null))],
    ['the title', { ...draft(clause('a', 1, null)), title: { kk: 'Стандарт', ru: 'Стандарт' } }],
    ['the form of a letter (й as one or two characters)', draft(clause('a', 1, null, { label: '1.\u0306' }))],
  ])('changes with %s', (_, changed) => {
    expect(textHash(changed)).not.toBe(textHash(draft(clause('a', 1, null))));
  });
});

describe('completeness before placement', () => {
  it('finds nothing in a whole text', () => {
    expect(completenessFaults(whole)).toEqual([]);
  });

  it('names a clause without a text in one language (AMB-28, REQ-19)', () => {
    const half = draft(section('s', 1), clause('a', 2, 's', { text: { kk: 'Мерзімі', ru: ' \n' } }));
    expect(completenessFaults(half)).toEqual([
      { fault: 'text-missing', rule: 'AMB-28', partId: 'a', label: '2.', language: 'ru' },
    ]);
  });

  it('takes a dash for no text, names a heading and a title without words (AMB-28)', () => {
    const half = draft(section('s', 1, { heading: { kk: '—', ru: 'Общие' } }), clause('a', 2, 's'));
    expect(
      completenessFaults({ ...half, title: { kk: '', ru: 'Стандарт' } }).map(({ fault, language }) => [
        fault,
        language,
      ]),
    ).toEqual([
      ['title-missing', 'kk'],
      ['heading-missing', 'kk'],
    ]);
  });

  it('names an empty section (R10.S), not one whose clauses stand in its parts', () => {
    const faults = completenessFaults(
      draft(section('s', 1), section('t', 2, { parent: 's' }), clause('a', 3, 't'), section('u', 4)),
    );
    expect(faults).toEqual([{ fault: 'section-empty', rule: 'R10.S', partId: 'u', label: '4.', language: null }]);
  });

  it('refuses a draft without a clause (R4)', () => {
    expect(completenessFaults(draft())).toEqual([
      { fault: 'no-clause', rule: 'R4', partId: null, label: '', language: null },
    ]);
  });
});

describe('the tree of a text', () => {
  it('is proper when every part stands in one before it', () => {
    expect(treeFaults(whole.parts)).toEqual([]);
    expect(pathOf(whole.parts, 'b').map((part) => part.lineageId)).toEqual(['s', 'a', 'b']);
  });

  it.each<[string, DraftPart[], string[]]>([
    ['lineage-repeated', [clause('a', 1, null), clause('a', 2, null)], ['a']],
    ['position-repeated', [clause('a', 1, null), clause('b', 1, null)], ['b']],
    ['parent-unknown', [clause('a', 1, 'x')], ['a']],
    ['parent-not-before', [clause('a', 1, 'a')], ['a']],
    ['section-in-clause', [clause('a', 1, null), section('s', 2, { parent: 'a' })], ['s']],
  ])('refuses %s', (fault, parts, ids) => {
    expect(treeFaults(parts)).toEqual(ids.map((partId) => ({ fault, partId })));
  });

  it('is kept by the levels of its rows', () => {
    const levels = levelsOf(whole.parts);
    expect([...levels.values()]).toEqual([1, 2, 3]);
    const rows = whole.parts.map(({ lineageId }) => ({ lineageId, level: levels.get(lineageId) ?? 0 }));
    expect([...parentsByLevel([...rows, { lineageId: 'n', level: 1 }])]).toEqual([
      ['s', null],
      ['a', 's'],
      ['b', 'a'],
      ['n', null],
    ]);
    expect([...parentsByLevel([{ lineageId: 'z', level: 0 }])]).toEqual([['z', null]]);
  });
});
