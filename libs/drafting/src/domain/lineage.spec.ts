import { describe, expect, it } from '@jest/globals';
import type { DraftPart } from './clause.js';
import { inheritedLineage } from './lineage.js';

const clause = (
  lineageId: string,
  position: number,
  label: string,
  words: string,
  parent: string | null = null,
): DraftPart => ({
  kind: 'clause',
  lineageId,
  parent,
  position,
  label,
  text: { kk: words, ru: words },
});
const section = (lineageId: string, position: number, label: string, words: string): DraftPart => ({
  kind: 'section',
  lineageId,
  parent: null,
  position,
  label,
  heading: { kk: words, ru: words },
});

const before = [
  section('s1', 1, '1.', 'Жалпы ережелер'),
  clause('a', 2, '1.', 'Мерзімі бес жұмыс күні', 's1'),
  clause('b', 3, '2.', 'Нысаны электрондық және қағаз түрінде', 's1'),
];
const after = (later: DraftPart[], known: string[] = []) =>
  Object.fromEntries(inheritedLineage(before, later, ({ lineageId }) => known.includes(lineageId)));

describe('inheritedLineage (REQ-24)', () => {
  it('follows clauses that an inserted one has renumbered', () =>
    expect(
      after([
        section('n1', 1, '1.', 'Жалпы ережелер'),
        clause('n2', 2, '1.', 'Мүлдем басқа сөздер', 'n1'),
        clause('n3', 3, '2.', 'Мерзімі бес жұмыс күні', 'n1'),
        clause('n4', 4, '3.', 'Нысаны электрондық және қағаз түрінде', 'n1'),
      ]),
    ).toEqual({ n1: 's1', n3: 'a', n4: 'b' }));
  it('follows a clause that was reworded in its place', () =>
    expect(
      after([section('n1', 1, '1.', 'Жалпы ережелер'), clause('n2', 2, '1.', 'Мерзімі он жұмыс күні', 'n1')]),
    ).toEqual({ n1: 's1', n2: 'a' }));
  it('follows a clause into a section whose heading was reworded', () =>
    expect(
      after([section('n1', 1, '1.', 'Негізгі ережелер'), clause('n2', 2, '1.', 'Мерзімі он жұмыс күні', 'n1')]),
    ).toEqual({ n1: 's1', n2: 'a' }));
  it('does not take a new clause under an old number for the old one', () =>
    expect(after([section('n1', 1, '1.', 'Жалпы ережелер'), clause('n2', 2, '1.', 'Төлемі жоқ', 'n1')])).toEqual({
      n1: 's1',
    }));
  it('gives the same words twice to two parts, in their order', () => {
    const twice = [clause('x', 1, '1.', 'Бірдей'), clause('y', 2, '2.', 'Бірдей')];
    const later = [clause('n1', 1, '1.', 'Бірдей'), clause('n2', 2, '2.', 'Бірдей'), clause('n3', 3, '3.', 'Бірдей')];
    expect(Object.fromEntries(inheritedLineage(twice, later, () => false))).toEqual({ n1: 'x', n2: 'y' });
  });
  it('does not give away a lineage id that the caller kept', () =>
    expect(after([clause('a', 1, '1.', 'Басқа'), clause('n2', 2, '2.', 'Мерзімі бес жұмыс күні')], ['a'])).toEqual({}));
});
