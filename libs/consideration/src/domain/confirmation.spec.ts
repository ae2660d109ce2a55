import { describe, expect, it } from '@jest/globals';
import { type ConfirmationFault, confirmationFault, type DecisionToConfirm, mayConfirm } from './confirmation.js';

const mine: DecisionToConfirm = { decidedBy: 'officer:1', isConfirmed: false };
const theirs: DecisionToConfirm = { decidedBy: 'officer:2', isConfirmed: false };
const confirmed = (decision: DecisionToConfirm): DecisionToConfirm => ({ ...decision, isConfirmed: true });

describe('who may confirm the decisions on a remark (REQ-50)', () => {
  it.each<[string, (DecisionToConfirm | undefined)[], ConfirmationFault | undefined]>([
    ['what another decided', [theirs], undefined],
    ['what another decided, beside my own that is confirmed', [confirmed(mine), theirs], undefined],
    ['what another decided, beside another’s that is confirmed', [theirs, confirmed(theirs)], undefined],
    ['not my own', [mine], 'own'],
    ['not my own among others', [theirs, mine], 'own'],
    ['not my own beside a confirmed one', [confirmed(theirs), mine], 'own'],
    ['nothing of which a point is undecided', [theirs, undefined], 'undecided'],
    ['nothing of which a point is undecided, not even the rest', [confirmed(theirs), undefined], 'undecided'],
    ['nothing without a decision', [], 'undecided'],
    ['nothing twice', [confirmed(theirs), confirmed(mine)], 'confirmed-already'],
  ])('%s', (_, decisions, fault) => {
    expect(confirmationFault(decisions, 'officer:1')).toBe(fault);
    expect(mayConfirm(decisions, 'officer:1')).toBe(fault === undefined);
  });
});
