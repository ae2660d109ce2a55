import { describe, expect, it } from '@jest/globals';
import type { DraftedClause } from './drafted-clause.js';
import { type ClauseEdit, clauseEdits, editClauses, isEditPossible } from './edited-clauses.js';

/** `A a b` with a level each: `A1 a2 b2`; a capital is a section. */
const list = (text: string): DraftedClause[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) => ({
      kind: /[A-Z]/.test(word) ? 'SECTION' : 'CLAUSE',
      level: Number(word.slice(-1)),
      label: word.slice(0, -1),
      text: { kk: word, ru: word },
    }));
const written = (clauses: readonly DraftedClause[]): string =>
  clauses.map(({ label, level }) => `${label || '+'}${level}`).join(' ');
const done = (text: string, edit: ClauseEdit, place: number): string => {
  const { clauses, at } = editClauses(list(text), edit, place);
  return `${written(clauses)} @${at}`;
};

describe('editClauses', () => {
  it.each<[ClauseEdit, string, number, string]>([
    ['add', '', 0, '+1 @1'],
    ['add', 'A1 a2', 0, '+1 A1 a2 @1'],
    ['add', 'A1 a2', 1, 'A1 +2 a2 @2'],
    ['add', 'A1 a2 x3', 3, 'A1 a2 x3 +3 @4'],
    ['add', 'A9', 1, 'A9 +9 @2'],
    ['remove', 'A1 a2 b2', 2, 'A1 b2 @2'],
    ['remove', 'A1 a2 x3', 2, 'A1 x3 @2'],
    ['remove', 'A1 a2', 2, 'A1 @1'],
    ['remove', 'A1', 1, ' @0'],
    ['up', 'A1 a2 b2', 3, 'A1 b2 a2 @2'],
    ['up', 'A1 a2 x3 b2 y3', 4, 'A1 b2 y3 a2 x3 @2'],
    ['up', 'A1 a2 B1 b2', 4, 'A1 a2 b2 B1 @3'],
    ['up', 'A1 a2 B1 b2', 3, 'B1 b2 A1 a2 @1'],
    ['up', 'A1 a2 x4 b3', 4, 'A1 a2 b3 x4 @3'],
    ['up', 'A1 a2', 2, 'a2 A1 @1'],
    ['up', 'A1 a2', 1, 'A1 a2 @1'],
    ['down', 'A1 a2 x3 b2 y3', 2, 'A1 b2 y3 a2 x3 @4'],
    ['down', 'A1 a2 B1 b2', 2, 'A1 B1 a2 b2 @3'],
    ['down', 'A1 a2 B1 b2', 1, 'B1 b2 A1 a2 @3'],
    ['down', 'A1 a2 x3', 2, 'A1 a2 x3 @2'],
    ['in', 'A1 a2 b2 x3', 3, 'A1 a2 b3 x4 @3'],
    ['in', 'A1 a2', 2, 'A1 a2 @2'],
    ['in', 'A1 a9 b9', 3, 'A1 a9 b9 @3'],
    ['in', 'A1 a8 b8 x9', 3, 'A1 a8 b8 x9 @3'],
    ['out', 'A1 a2 x3 b2', 2, 'A1 a1 x2 b2 @2'],
    ['out', 'A1', 1, 'A1 @1'],
    ['up', 'A1', 7, 'A1 @1'],
    ['remove', 'A1', -1, 'A1 @0'],
  ])('%s: %s at %d gives %s', (edit, before, place, expected) => expect(done(before, edit, place)).toBe(expected));

  it('changes something exactly where it is possible, and loses nothing', () => {
    const text = 'A1 a2 x3 y3 b2 B1 c2 z4 d2 C1';
    const words = (clauses: readonly DraftedClause[]) => clauses.map(({ label }) => label).toSorted();
    for (const edit of clauseEdits.filter((each) => each !== 'add' && each !== 'remove'))
      for (let place = 1; place <= list(text).length; place += 1) {
        const { clauses, at } = editClauses(list(text), edit, place);
        expect([edit, place, written(clauses) !== text]).toEqual([
          edit,
          place,
          isEditPossible(list(text), edit, place),
        ]);
        expect(words(clauses)).toEqual(words(list(text)));
        expect(clauses[at - 1]?.label).toBe(list(text)[place - 1]?.label);
      }
  });

  it('is undone by its opposite among neighbours', () => {
    const { clauses, at } = editClauses(list('A1 a2 x3 b2'), 'down', 2);
    expect(written(editClauses(clauses, 'up', at).clauses)).toBe('A1 a2 x3 b2');
  });

  it('adds nothing above the limit', () => {
    const full = Array.from({ length: 5_000 }, () => list('a1')).flat();
    expect(isEditPossible(full, 'add', 1)).toBe(false);
  });
});
