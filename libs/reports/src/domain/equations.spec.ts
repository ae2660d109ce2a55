import { describe, expect, it } from '@jest/globals';
import { pointsInAll, pointsReconcile, remarksInAll, remarksReconcile } from './equations.js';

const fates = { decided: 7, undecided: 0, withdrawn: 2, hidden: 1 };

describe('the equations of the report (REQ-64)', () => {
  it('received = decided + undecided + withdrawn + hidden', () => {
    expect(remarksInAll({ ...fates, undecided: 3 })).toBe(13);
    expect(remarksReconcile({ ...fates, received: 10 })).toBe(true);
    expect(remarksReconcile({ ...fates, received: 11 })).toBe(false);
  });

  it('do not hold while a remark is undecided, though its number adds up', () => {
    expect(remarksReconcile({ ...fates, undecided: 1, received: 11 })).toBe(false);
    expect(remarksReconcile({ ...fates, undecided: 1, received: 10 })).toBe(false);
  });

  it('points considered = taken into account + not', () => {
    const outcomes = { takenIntoAccount: 4, notTakenIntoAccount: 5 };
    expect(pointsInAll(outcomes)).toBe(9);
    expect(pointsReconcile({ ...outcomes, decided: 9 })).toBe(true);
    expect(pointsReconcile({ ...outcomes, decided: 8 })).toBe(false);
  });
});
