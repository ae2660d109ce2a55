import { describe, expect, it } from '@jest/globals';
import { assertDecidable } from './decidable.js';

const named = { discussionId: 'd', number: 'n' };

describe('whether remarks of a discussion may be decided on now (REQ-55, REQ-56)', () => {
  it('they may from the close until the report is signed', () => {
    expect(() => assertDecidable({ state: 'CLOSED', isReportSigned: false }, named)).not.toThrow();
  });

  it.each([
    ['OPEN', false, 'wrong-state', { ...named, state: 'OPEN' }],
    ['WITHDRAWN', false, 'wrong-state', { ...named, state: 'WITHDRAWN' }],
    ['CLOSED', true, 'report-frozen', named],
  ] as const)('%s, signed %s: %s', (state, isReportSigned, code, details) => {
    expect(() => assertDecidable({ state, isReportSigned }, named)).toThrow(expect.objectContaining({ code, details }));
  });
});
