import { describe, expect, it } from '@jest/globals';
import type { Multilingual } from '#lib/kernel';
import { type DraftText } from '../domain/clause.js';
import { type DraftedClause, partsOf } from '../domain/drafted-clause.js';
import { compareVersions } from './compare-versions.js';

type Row = readonly [id: string, kind: DraftedClause['kind'], level: number, label: string, text: Multilingual];
const title = { kk: 'Стандарт жобасы', ru: 'Проект стандарта' };
const draft = (rows: readonly Row[], name: Multilingual = title): DraftText => ({
  title: name,
  parts: partsOf(
    rows.map(([, kind, level, label, text]) => ({ kind, level, label, text })),
    (index) => rows[index]?.[0] ?? '',
  ),
});
const section: Row = ['s', 'SECTION', 1, '1.', { kk: 'Жалпы ережелер', ru: 'Общие положения' }];
const term: Row = ['a', 'CLAUSE', 2, '1.', { kk: 'Мерзімі – бес күн', ru: 'Срок – пять дней' }];
const paid: Row = ['b', 'CLAUSE', 2, '2.', { kk: 'Тегін', ru: 'Бесплатно' }];

describe('compareVersions', () => {
  const revised = draft([
    section,
    ['x', 'CLAUSE', 2, '1.', { kk: 'Порталда', ru: 'На портале' }],
    ['a', 'CLAUSE', 2, '2.', { kk: 'Мерзімі – он күн', ru: 'Срок – пять дней' }],
  ]);
  const comparison = compareVersions(draft([section, term, paid]), revised);

  it('tells each clause with both places and the words of each language', () =>
    expect(comparison.clauses).toEqual([
      {
        lineageId: 's',
        status: 'unchanged',
        isMoved: false,
        isRenumbered: false,
        before: { kind: 'section', label: '1.', level: 1, parent: null, position: 1 },
        after: { kind: 'section', label: '1.', level: 1, parent: null, position: 1 },
        wording: { kk: [{ kind: 'same', text: 'Жалпы ережелер' }], ru: [{ kind: 'same', text: 'Общие положения' }] },
      },
      {
        lineageId: 'x',
        status: 'added',
        isMoved: false,
        isRenumbered: false,
        before: null,
        after: { kind: 'clause', label: '1.', level: 2, parent: 's', position: 2 },
        wording: { kk: [{ kind: 'added', text: 'Порталда' }], ru: [{ kind: 'added', text: 'На портале' }] },
      },
      {
        lineageId: 'a',
        status: 'changed',
        isMoved: false,
        isRenumbered: true,
        before: { kind: 'clause', label: '1.', level: 2, parent: 's', position: 2 },
        after: { kind: 'clause', label: '2.', level: 2, parent: 's', position: 3 },
        wording: {
          kk: [
            {
              kind: 'changed',
              words: [
                { kind: 'same', text: 'Мерзімі – ' },
                { kind: 'removed', text: 'бес' },
                { kind: 'added', text: 'он' },
                { kind: 'same', text: ' күн' },
              ],
            },
          ],
          ru: [{ kind: 'same', text: 'Срок – пять дней' }],
        },
      },
      {
        lineageId: 'b',
        status: 'removed',
        isMoved: false,
        isRenumbered: false,
        before: { kind: 'clause', label: '2.', level: 2, parent: 's', position: 3 },
        after: null,
        wording: { kk: [{ kind: 'removed', text: 'Тегін' }], ru: [{ kind: 'removed', text: 'Бесплатно' }] },
      },
    ]));

  it('counts, and is plain data', () => {
    expect(comparison.counts).toEqual({ unchanged: 1, changed: 1, added: 1, removed: 1, moved: 0, renumbered: 1 });
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
  });

  it('compares the title', () => {
    expect(comparison.title.isChanged).toBe(false);
    const renamed = draft([section, term, paid], { ...title, ru: 'Проект нового стандарта' });
    expect(compareVersions(draft([section, term, paid]), renamed).title).toMatchObject({
      isChanged: true,
      wording: { ru: [{ kind: 'changed' }] },
    });
  });

  it('shows a language that only one of them has', () => {
    const withEnglish: Row = ['a', 'CLAUSE', 2, '1.', { ...term[4], en: 'Five days' }];
    const [, clause] = compareVersions(draft([section, term]), draft([section, withEnglish])).clauses;
    expect(clause).toMatchObject({ status: 'changed', wording: { en: [{ kind: 'added', text: 'Five days' }] } });
  });

  it('tells the chosen clauses and counts all', () => {
    const { clauses, counts, total, passedOver } = compareVersions(draft([section, term, paid]), revised, {
      isWhole: false,
      size: 1,
      passOver: 1,
    });
    expect(clauses.map(({ lineageId }) => lineageId)).toEqual(['a']);
    expect({ counts, total, passedOver }).toEqual({ counts: comparison.counts, total: 3, passedOver: 1 });
  });

  it('is the mirror of itself: added for removed', () => {
    const back = compareVersions(revised, draft([section, term, paid]));
    expect(back.counts).toMatchObject({ changed: 1, added: 1, removed: 1 });
    expect(back.clauses.map(({ lineageId, status }) => `${lineageId} ${status}`)).toEqual([
      's unchanged',
      'x removed',
      'a changed',
      'b added',
    ]);
  });
});
