import { describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { bareLabel, clauseNames, firstWords } from './clause-names.js';

const part = (lineageId: string, kind: 'SECTION' | 'CLAUSE', level: number, label: string) => ({
  lineageId,
  kind,
  level,
  label,
  text: { kk: 'Тармақтың мәтіні', ru: 'Текст пункта' },
});

describe('clauseNames', () => {
  it('names a sub-paragraph with the clause it stands in, and not with one before', () => {
    const clauses = [
      part('a', 'SECTION', 1, '2.'),
      part('b', 'CLAUSE', 2, '10.'),
      part('c', 'CLAUSE', 3, '2)'),
      part('d', 'CLAUSE', 2, '11.'),
      part('e', 'CLAUSE', 2, ''),
    ];
    const names = clauseNames(clauses, 'ru', translator('ru'));
    expect([...names.values()]).toEqual(['Раздел 2', 'Пункт 10', 'Пункт 10, 2)', 'Пункт 11', 'Текст пункта']);
  });

  it.each([
    ['10.', '10'],
    ['10. ', '10'],
    ['2)', '2)'],
    ['1.1.', '1.1'],
    ['.', ''],
  ])('the bare label of %j is %j', (label, bare) => {
    expect(bareLabel(label)).toBe(bare);
  });

  it('cuts at a word', () => {
    expect(firstWords('Мерзімі – он бес жұмыс күні', 15)).toBe('Мерзімі – он …');
  });
});
