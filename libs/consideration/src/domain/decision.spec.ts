import { describe, expect, it } from '@jest/globals';
import { profileById } from '#lib/time-limits';
import { decisionFaults, type DecisionInput, GROUND_LIMIT, isLongEnough, tidyDecision } from './decision.js';

const rules = profileById('kz-126-2016-03').decisions;
const clauses = new Set(['c1']);
const ground = { groundKk: 'Заңда мұндай мерзім көзделмеген.', groundRu: 'Законом такой срок не предусмотрен.' };
const refusal: DecisionInput = { outcome: 'NOT_TAKEN_INTO_ACCOUNT', reasonCode: 'CONTRADICTS_HIGHER_ACT', ...ground };
const acceptance: DecisionInput = { outcome: 'TAKEN_INTO_ACCOUNT', reasonCode: 'ACCEPTED', ...ground };
const faultsOf = (input: DecisionInput) =>
  decisionFaults(tidyDecision(input), rules, clauses).map(({ field, fault }) => `${field}: ${fault}`);

describe('a decision on a point', () => {
  it.each<[string, DecisionInput]>([
    ['A2.T4: a refusal with a reason and a ground in kk and ru', refusal],
    ['REQ-52: an acceptance that names the changed clause', { ...acceptance, changedClauses: ['c1'] }],
    [
      'REQ-52: an acceptance that explains in both languages',
      { ...acceptance, noChangeKk: 'Онсыз да', noChangeRu: 'И так' },
    ],
    ['REQ-54: an answered question', { ...refusal, reasonCode: 'QUESTION' }],
  ])('%s', (_title, input) => {
    expect(faultsOf(input)).toEqual([]);
  });

  it.each<[string, DecisionInput, string[]]>([
    ['REQ-50: no ground in Kazakh', { ...refusal, groundKk: '  ' }, ['groundKk: ground-too-short']],
    ['REQ-53: a ground below the profile’s minimum', { ...refusal, groundRu: 'Нет.' }, ['groundRu: ground-too-short']],
    ['REQ-53: a reason the profile does not know', { ...refusal, reasonCode: 'NOTED' }, ['reasonCode: reason-unknown']],
    [
      'A2.T4: accepted for a reason of refusal',
      { ...acceptance, reasonCode: 'BUDGET', changedClauses: ['c1'] },
      ['reasonCode: reason-of-other-outcome'],
    ],
    [
      'REQ-54: a question taken into account',
      { ...acceptance, reasonCode: 'QUESTION', changedClauses: ['c1'] },
      ['reasonCode: reason-of-other-outcome'],
    ],
    ['REQ-52: accepted, neither clause nor explanation', acceptance, ['changedClauses: change-not-named']],
    [
      'REQ-52: explained in Russian only',
      { ...acceptance, noChangeRu: 'И так', noChangeKk: ' ' },
      ['noChangeKk: explanation-in-one-language'],
    ],
    [
      'REQ-52: a clause that is in no version',
      { ...acceptance, changedClauses: ['c1', 'c9'] },
      ['changedClauses: clause-unknown'],
    ],
    [
      'REQ-52: changed and not changed',
      { ...acceptance, changedClauses: ['c1'], noChangeKk: 'a', noChangeRu: 'b' },
      ['noChangeKk: change-and-explanation'],
    ],
    [
      'REQ-52: refused and yet changed',
      { ...refusal, changedClauses: ['c1'] },
      ['changedClauses: change-of-refused-point'],
    ],
    [
      'REQ-52: refused with an explanation of acceptance',
      { ...refusal, noChangeRu: 'b' },
      ['noChangeKk: change-of-refused-point'],
    ],
  ])('%s', (_title, input, faults) => {
    expect(faultsOf(input)).toEqual(faults);
  });

  it('names the clause and the least length with a fault', () => {
    expect(decisionFaults(tidyDecision({ ...refusal, groundKk: 'жоқ' }), rules, clauses)).toEqual([
      { field: 'groundKk', fault: 'ground-too-short', clause: 'REQ-53', least: 20 },
    ]);
  });

  it.each(['groundKk', 'groundRu', 'noChangeKk', 'noChangeRu'] as const)(
    'REQ-50: takes %s of 20,000 characters, not of one more, and tells the limit',
    (field) => {
      const explained = { ...acceptance, noChangeKk: 'Онсыз да', noChangeRu: 'И так' };
      const faultsWith = (text: string) =>
        decisionFaults(tidyDecision({ ...explained, [field]: text }), rules, clauses);
      expect(faultsWith('😀'.repeat(GROUND_LIMIT))).toEqual([]);
      expect(faultsWith('😀'.repeat(GROUND_LIMIT + 1))).toEqual([
        { field, fault: 'too-long', clause: field.startsWith('ground') ? 'REQ-50' : 'REQ-52', limit: 20_000 },
      ]);
    },
  );

  it('counts letters, not code units, and never takes an empty ground', () => {
    expect(isLongEnough('қңғ', 3)).toBe(true);
    expect(isLongEnough('😀😀', 3)).toBe(false);
    expect(isLongEnough('   ', 0)).toBe(false);
  });
});
