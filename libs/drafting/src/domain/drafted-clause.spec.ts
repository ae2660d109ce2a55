import { describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { clausesOfText, type DraftedClause, draftedClauseFaults, draftLimits, partsOf } from './drafted-clause.js';

const text = { kk: 'а', ru: 'а' };
const clause = (change: Partial<DraftedClause> = {}): DraftedClause => ({
  kind: 'CLAUSE',
  level: 1,
  label: '1.',
  text,
  ...change,
});
const ids = (index: number) => `id-${index + 1}`;
const faultsOf = (...clauses: DraftedClause[]) =>
  draftedClauseFaults(clauses, (index) => clauses[index]?.lineageId ?? ids(index)).map(
    ({ position, fault }) => `${position} ${fault}`,
  );

describe('drafted clauses', () => {
  it('turn into a tree and back', () => {
    const list = [
      clause({ kind: 'SECTION', label: '1.' }),
      clause({ level: 2 }),
      clause({ level: 3, label: '1)' }),
      clause({ kind: 'SECTION', label: '2.' }),
    ];
    const parts = partsOf(list, ids);
    expect(parts.map(({ parent }) => parent)).toEqual([null, 'id-1', 'id-2', null]);
    expect(clausesOfText({ title: text, parts })).toEqual(
      list.map((item, index) => ({ ...item, lineageId: ids(index) })),
    );
  });
  it('are a text also while they are empty', () => expect(faultsOf(clause({ text: { kk: '', ru: '' } }))).toEqual([]));

  it.each([
    ['an id that is none', clause({ lineageId: 'x' }), ['1 lineage-not-an-id']],
    ['a level below the top', clause({ level: 0 }), ['1 level-wrong']],
    ['a level far below the top', clause({ level: -1 }), ['1 level-wrong']],
    ['no level', clause({ level: Number.NaN }), ['1 level-wrong']],
    ['half a level', clause({ level: 1.5 }), ['1 level-wrong']],
    ['a zero byte', clause({ text: { kk: 'a\0', ru: '' } }), ['1 control-character']],
    ['a label without end', clause({ label: '1'.repeat(41) }), ['1 label-too-long']],
    [
      'a text without end',
      clause({ text: { kk: '', ru: 'а'.repeat(draftLimits.textLength + 1) } }),
      ['1 text-too-long'],
    ],
  ])('are refused with %s', (_, item, expected) => expect(faultsOf(item)).toEqual(expected));
  it('are refused with one id on two clauses (REQ-24)', () => {
    const lineageId = newId();
    expect(faultsOf(clause({ lineageId }), clause({ lineageId }))).toContain('2 lineage-repeated');
  });
  it('are refused with a section inside a clause', () =>
    expect(faultsOf(clause(), clause({ kind: 'SECTION', level: 2 }))).toEqual(['2 section-in-clause']));
});
