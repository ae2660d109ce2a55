import { describe, expect, it } from '@jest/globals';
import { countRemarks } from '../domain/count-remarks.js';
import { decided, remarkFacts } from '../testing/facts.js';
import { differences } from './prepare-report.js';

describe('the two ways of counting (REQ-64)', () => {
  const counts = countRemarks([remarkFacts('A', decided())], 2);

  it('agree', () => {
    expect(differences(counts, countRemarks([remarkFacts('A', decided())], 2))).toEqual([]);
  });

  it('are named with both results where they do not', () => {
    expect(differences(counts, { ...counts, late: 3 })).toEqual([
      { code: 'counts-differ', clause: 'REQ-64', number: null, point: null, detail: 'late: 2 by rows, 3 in SQL' },
    ]);
  });
});
