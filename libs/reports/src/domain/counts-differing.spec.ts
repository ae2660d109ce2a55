import { describe, expect, it } from '@jest/globals';
import { countsDiffering } from './counts-differing.js';
import { ReportTally } from './tally.js';

describe('counting twice (REQ-64)', () => {
  const counts = new ReportTally().counts([], 0);

  it('agrees on equal figures', () => {
    expect(countsDiffering(counts, structuredClone(counts))).toEqual([]);
  });

  it('names the figure that differs, with both values', () => {
    expect(countsDiffering(counts, { ...counts, late: 1 })).toEqual([
      { code: 'counts-differ', clause: 'REQ-64', number: null, point: null, detail: 'late: 0 by rows, 1 in SQL' },
    ]);
  });
});
