import { describe, expect, it } from '@jest/globals';
import { languages } from '#lib/kernel';
import { clauseIds, sampleFacts } from '../testing/sample-answers.js';
import { clauseLabels, joinedLabels, LabelReader } from './clause-labels.js';

const part = (lineageId: string, kind: 'SECTION' | 'CLAUSE', label: string, text = 'Мәтін') => ({
  lineageId,
  kind,
  level: kind === 'SECTION' ? 1 : 2,
  label,
  text: { kk: text, ru: text },
});

describe('labels of clauses', () => {
  it('are those of the pages, and name the version of a clause that is gone', () => {
    expect([...clauseLabels(sampleFacts.versions, 'ru').values()]).toEqual([
      'Раздел 1',
      'Пункт 1',
      'Срок – пять рабочих дней, перечень …',
      'Пункт 1 (в версии 1)',
    ]);
  });

  it('are each different, also where numbers begin anew in every section', () => {
    const clauses = [
      part('a', 'SECTION', '1.'),
      part('b', 'CLAUSE', '1.'),
      part('c', 'SECTION', '2.'),
      part('d', 'CLAUSE', '1.'),
      part('e', 'CLAUSE', ''),
      part('f', 'CLAUSE', ''),
    ];
    const labels = clauseLabels([{ version: 1, clauses }], 'en');
    expect([...labels.values()]).toEqual(['Section 1', 'Clause 1', 'Section 2', 'Clause 1 ¶4', 'Мәтін', 'Мәтін ¶6']);
  });

  it.each(languages)('are read back in %s, however they are separated, and in the other languages too', (language) => {
    const labels = clauseLabels(sampleFacts.versions, language);
    for (const reader of languages.map((each) => new LabelReader(sampleFacts.versions, each))) {
      expect(reader.read(joinedLabels(clauseIds, labels))).toEqual({ ids: clauseIds, unknown: [] });
    }
    const reader = new LabelReader(sampleFacts.versions, language);
    expect(reader.read('пункт  1;;\n РАЗДЕЛ 1 ;Пункт 1;Пункт 7; ').ids).toEqual([clauseIds[1], clauseIds[0]]);
    expect(reader.read('Пункт 7; 1').unknown).toEqual(['Пункт 7', '1']);
    expect(reader.read('')).toEqual({ ids: [], unknown: [] });
  });
});
