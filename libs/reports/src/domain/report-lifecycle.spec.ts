import { describe, expect, it } from '@jest/globals';
import { isFrozen, isInWork, mayMove, mayOpenErratum, type ReportState, reportStates } from './report-lifecycle.js';

const allowed = [
  'RENDERING→ASSEMBLED',
  'RENDERING→SUPERSEDED',
  'ASSEMBLED→SIGNED',
  'ASSEMBLED→SUPERSEDED',
  'SIGNED→PUBLISHED',
];
const pairs = reportStates.flatMap((from) => reportStates.map((to): [ReportState, ReportState] => [from, to]));

describe('the states of a report (REQ-66)', () => {
  it.each(pairs)('%s → %s', (from, to) => {
    expect(mayMove(from, to)).toBe(allowed.includes(`${from}→${to}`));
  });

  it('reaches every state from RENDERING', () => {
    const reached = new Set<ReportState>(['RENDERING']);
    for (const from of reached) for (const to of reportStates) if (mayMove(from, to)) reached.add(to);
    expect([...reached].toSorted()).toEqual([...reportStates].toSorted());
  });

  it('is frozen from the signature on', () => {
    expect(reportStates.filter(isFrozen)).toEqual(['SIGNED', 'PUBLISHED']);
  });
});

describe('what may be done with the report (REQ-66)', () => {
  it.each<[ReportState | undefined, boolean, boolean, boolean]>([
    [undefined, false, true, false],
    ['SIGNED', false, false, false],
    ['PUBLISHED', false, false, true],
    ['PUBLISHED', true, true, false],
    ['SIGNED', true, true, false],
  ])(
    'newest signed %s, correction open %s: made %s, correction opened %s',
    (newestSigned, hasOpenErratum, made, opened) => {
      const standing = { newestSigned, hasOpenErratum };
      expect(isInWork({ discussion: 'CLOSED', ...standing })).toBe(made);
      expect(mayOpenErratum(standing)).toBe(opened);
      for (const discussion of ['OPEN', 'WITHDRAWN'] as const)
        expect(isInWork({ discussion, ...standing })).toBe(false);
    },
  );
});
