import { describe, expect, it } from '@jest/globals';
import {
  approvedStates,
  assertMayDraft,
  awaitsPlacement,
  mayDraft,
  mayMove,
  procedureLifecycle,
  ProcedureNotInState,
  procedureStates,
} from './procedure-lifecycle.js';

const allowed = [
  'REGISTERED>DRAFTING',
  'DRAFTING>OPEN',
  'OPEN>CLOSED',
  'CLOSED>CONSIDERED',
  'CONSIDERED>REPORTED',
  'REPORTED>IN_AGREEMENT',
  'IN_AGREEMENT>APPROVED',
  'IN_AGREEMENT>RETURNED',
  'RETURNED>DRAFTING',
  'RETURNED>CONSIDERED',
  'APPROVED>IN_FORCE',
  'IN_FORCE>AMENDING',
  ...['REGISTERED', 'DRAFTING', 'OPEN', 'CLOSED', 'CONSIDERED', 'REPORTED', 'IN_AGREEMENT', 'RETURNED'].map(
    (from) => `${from}>WITHDRAWN`,
  ),
];

describe('procedure lifecycle', () => {
  it.each(procedureStates.flatMap((from) => procedureStates.map((to) => [from, to] as const)))(
    'knows whether %s may become %s (R8, REQ-25, AMB-14)',
    (from, to) => expect(mayMove(from, to)).toBe(allowed.includes(`${from}>${to}`)),
  );

  it('reaches every state from REGISTERED', () => {
    const seen = new Set<string>(['REGISTERED']);
    for (const state of procedureStates)
      if (seen.has(state)) for (const next of procedureLifecycle[state]) seen.add(next);
    expect(seen).toEqual(new Set(procedureStates));
  });

  it('is approved from the approval on, for good (R8.5, REQ-25)', () => {
    const seen = new Set<string>(['APPROVED']);
    for (const state of procedureStates)
      if (seen.has(state)) for (const next of procedureLifecycle[state]) seen.add(next);
    expect(new Set(approvedStates)).toEqual(seen);
  });

  it('has no way to approval but through the discussion and its report (R8.5, REQ-80)', () => {
    for (const passed of ['OPEN', 'CLOSED', 'REPORTED']) {
      const seen = new Set<string>(['REGISTERED']);
      for (const _ of procedureStates)
        for (const state of procedureStates)
          if (seen.has(state)) for (const next of procedureLifecycle[state]) if (next !== passed) seen.add(next);
      expect(seen.has('APPROVED')).toBe(false);
    }
  });

  it.each(procedureStates)('knows whether the text may change while %s (REQ-23, REQ-52)', (state) =>
    expect(mayDraft(state)).toBe(['REGISTERED', 'DRAFTING', 'CLOSED', 'CONSIDERED', 'RETURNED'].includes(state)),
  );

  it('names the state in which the text may not change (REQ-23)', () => {
    expect(() => assertMayDraft('DRAFTING')).not.toThrow();
    expect(() => assertMayDraft('OPEN')).toThrow(ProcedureNotInState);
    expect(() => assertMayDraft('OPEN')).toThrow('a procedure that is OPEN may not get a new version of its draft');
  });

  it.each(procedureStates)('knows whether the draft is still to be placed while %s (R8.1, R9)', (state) =>
    expect(awaitsPlacement(state)).toBe(['REGISTERED', 'DRAFTING', 'RETURNED'].includes(state)),
  );
});
