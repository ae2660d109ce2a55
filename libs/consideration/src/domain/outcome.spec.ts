import { describe, expect, it } from '@jest/globals';
import { type Outcome, type OutcomeLabel, outcomeLabel } from './outcome.js';

const yes = 'TAKEN_INTO_ACCOUNT';
const no = 'NOT_TAKEN_INTO_ACCOUNT';

describe('the label of a whole remark (REQ-51, AMB-09)', () => {
  it.each<[(Outcome | null)[], OutcomeLabel]>([
    [[], 'UNDECIDED'],
    [[null], 'UNDECIDED'],
    [[yes, null], 'UNDECIDED'],
    [[yes], yes],
    [[no], no],
    [[yes, yes], yes],
    [[no, no, no], no],
    [[yes, no], 'PARTLY'],
    [[no, no, yes], 'PARTLY'],
  ])('%j → %s', (points, label) => {
    expect(outcomeLabel(points)).toBe(label);
  });
});
