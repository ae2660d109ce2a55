import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chooseClauses } from './chosen-clauses.js';
import { type ClauseChange, clauseChanges, countChanges } from './clause-changes.js';
import type { DraftText } from './clause.js';
import { type DraftedClause, partsOf } from './drafted-clause.js';

/**
 * A text written as `§s a b{b1 b2} §t c`: a section has the clauses after it, braces hold sub-paragraphs, numbers run through
 * the text. `a=` has other words.
 */
function draft(written: string): DraftText {
  const ids: string[] = [];
  const rows: DraftedClause[] = [];
  let depth = 0;
  for (const [sign] of written.matchAll(/§?[\w]+=?|[{}]/g)) {
    if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else {
      const isSection = sign.startsWith('§');
      const id = sign.replace(/[§=]/g, '');
      const words = sign.endsWith('=') ? `${id} жаңа` : id;
      ids.push(id);
      rows.push({
        kind: isSection ? 'SECTION' : 'CLAUSE',
        level: isSection ? 1 : 2 + depth,
        label: `${rows.length + 1}.`,
        text: { kk: words, ru: words },
      });
    }
  }
  return { title: { kk: 'Т', ru: 'Т' }, parts: partsOf(rows, (index) => ids[index] ?? '') };
}

/** In order: the id, `+` added, `-` removed, `=` changed, `~` moved. A new number is left out. */
const told = (before: string, after: string): string =>
  clauseChanges(draft(before), draft(after))
    .map(({ lineageId, status, isMoved }) => {
      const mark = { unchanged: '', changed: '=', added: '+', removed: '-' }[status];
      return `${lineageId}${mark}${isMoved ? '~' : ''}`;
    })
    .join(' ');

describe('clauseChanges (REQ-24)', () => {
  it.each([
    ['nothing changed', '§s a b', '§s a b', 's a b'],
    ['words changed', '§s a b', '§s a= b', 's a= b'],
    ['one put in moves none', '§s a b c', '§s a x b c', 's a x+ b c'],
    ['one put in first moves none', '§s a b c', '§s x a b c', 's x+ a b c'],
    ['one taken out moves none', '§s a b c', '§s a c', 's a b- c'],
    ['one taken to the end is the only one moved', '§s a b c d', '§s b c d a', 's b c d a~'],
    ['one taken to the front is the only one moved', '§s a b c d', '§s d a b c', 's d~ a b c'],
    ['two that changed places: one of them', '§s a b', '§s b a', 's b~ a'],
    ['to another section', '§s a b §t c', '§s b §t a c', 's b t a~ c'],
    ['moved and reworded', '§s a b §t c', '§s b §t c a=', 's b t c a=~'],
    ['its sub-paragraphs go with it', '§s a{a1 a2} b §t c', '§s b §t c a{a1 a2}', 's b t c a~ a1 a2'],
    ['a sub-paragraph of another clause now', '§s a{a1} b', '§s a b{a1}', 's a b a1~'],
    ['a section with all it holds', '§s a b §t c d', '§t c d §s a b', 't~ c d s a b'],
    ['a section put around them', '§s a b', '§s a §t b', 's a t+ b~'],
    ['removed ones stand where they stood', '§s a b c §t d', '§s a §t d', 's a b- c- t d'],
    ['removed first', '§s a b', '§s b', 's a- b'],
    ['removed before what is in its place', '§s a b c', '§s a x c', 's a b- x+ c'],
    ['removed after the sub-paragraphs of the one before', '§s a{a1} b c', '§s a{a1 a2} c', 's a a1 a2+ b- c'],
    ['removed beside one that moved away', '§s a b c §t d', '§s c §t d a', 's b- c t d a~'],
    ['a removed section, its clauses kept elsewhere', '§s a §t b c §u d', '§s a b §u d', 's a b~ t- c- u d'],
    ['a removed clause of a moved section', '§s a b §t c', '§t c §s a', 't~ c s a b-'],
    ['everything removed', '§s a', '', 's- a-'],
    ['everything new', '', '§s a', 's+ a+'],
    ['a split: the first half keeps the id', '§s a b', '§s a= x b', 's a= x+ b'],
  ])('%s', (_, before, after, expected) => expect(told(before, after)).toBe(expected));

  it('tells a new number apart from new words', () => {
    const changes = clauseChanges(draft('§s a b'), draft('§s x a b'));
    expect(changes.map(({ lineageId, status, isRenumbered }) => [lineageId, status, isRenumbered])).toEqual([
      ['s', 'unchanged', false],
      ['x', 'added', false],
      ['a', 'unchanged', true],
      ['b', 'unchanged', true],
    ]);
    expect(countChanges(changes)).toEqual({ unchanged: 3, changed: 0, added: 1, removed: 0, moved: 0, renumbered: 2 });
  });

  it('takes a section made a clause for changed, other line ends for none', () => {
    const [was, made] = [draft('§a'), draft('a')];
    expect(clauseChanges(was, made).map(({ status }) => status)).toEqual(['changed']);
    const typed = (text: string): DraftText => ({
      ...made,
      parts: partsOf([{ kind: 'CLAUSE', level: 1, label: '', text: { kk: text, ru: text } }], () => 'a'),
    });
    expect(clauseChanges(typed('а\r\nб'), typed('а\nб')).map(({ status }) => status)).toEqual(['unchanged']);
    expect(clauseChanges(typed('а\nб'), typed('а б')).map(({ status }) => status)).toEqual(['changed']);
  });

  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const text = fc
    .tuple(fc.shuffledSubarray(ids), fc.nat(6))
    .map(([some, cut]) => `§s ${some.slice(0, cut).join(' ')} §t ${some.slice(cut).join(' ')}`);

  it('tells every clause of both texts once, the later ones in their order', () =>
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [old, young] = [draft(before), draft(after)];
        const changes = clauseChanges(old, young);
        const all = new Set([...old.parts, ...young.parts].map(({ lineageId }) => lineageId));
        expect(changes.map(({ lineageId }) => lineageId).toSorted()).toEqual([...all].toSorted());
        expect(changes.flatMap(({ after: is }) => is?.lineageId ?? [])).toEqual(
          young.parts.map(({ lineageId }) => lineageId),
        );
      }),
    ));

  it('keeps the order of the removed among themselves when nothing moved', () =>
    fc.assert(
      fc.property(fc.subarray(ids), (kept) => {
        const changes = clauseChanges(draft(`§s ${ids.join(' ')}`), draft(`§s ${kept.join(' ')}`));
        expect(changes.map(({ lineageId }) => lineageId)).toEqual(['s', ...ids]);
      }),
    ));
});

describe('chooseClauses', () => {
  const change = (lineageId: string, more: Partial<ClauseChange> = {}): ClauseChange => ({
    lineageId,
    status: 'unchanged',
    isMoved: false,
    isRenumbered: false,
    before: null,
    after: null,
    ...more,
  });
  const changes = [
    change('a', { status: 'changed' }),
    change('b', { isRenumbered: true }),
    change('c', { isMoved: true }),
    change('d', { status: 'added' }),
    change('e'),
    change('f', { status: 'removed' }),
  ];

  it.each([
    ['the changes, not mere numbers', { isWhole: false, passOver: 0 }, 'a c', 4, 0],
    ['the next page', { isWhole: false, passOver: 2 }, 'd f', 4, 2],
    ['the last page for one past the end', { isWhole: false, passOver: 400 }, 'd f', 4, 2],
    ['the whole text', { isWhole: true, passOver: 2 }, 'c d', 6, 2],
    ['the page that holds a change', { isWhole: false, passOver: 0, holding: 'f' }, 'd f', 4, 2],
    [
      'the page of the whole text that holds an unchanged one',
      { isWhole: false, passOver: 0, holding: 'b' },
      'a b',
      6,
      0,
    ],
    ['the first page for an unknown one', { isWhole: false, passOver: 0, holding: 'x' }, 'a c', 4, 0],
  ])('gives %s', (_, choice, ids, total, passedOver) => {
    const chosen = chooseClauses(changes, { size: 2, ...choice });
    expect(chosen).toMatchObject({ total, passedOver });
    expect(chosen.clauses.map(({ lineageId }) => lineageId).join(' ')).toBe(ids);
  });

  it('has an empty page of no changes', () =>
    expect(chooseClauses([change('a')], { isWhole: false, size: 2, passOver: 7 })).toEqual({
      clauses: [],
      isWhole: false,
      total: 0,
      passedOver: 0,
    }));
});
