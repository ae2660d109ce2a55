import { describe, expect, it } from '@jest/globals';
import { type DraftToPlace, placementRefusals } from './placement-guard.js';

const draft = (over: Partial<DraftToPlace> = {}): DraftToPlace => ({
  isNewStandard: true,
  hasRegisterEntry: true,
  areRulesInForce: true,
  lacksProvider: false,
  lacksTrust: false,
  textFaults: [],
  ...over,
});

describe('placement guard', () => {
  it.each([
    ['a whole draft of a registered service', {}],
    ['an amendment without a register entry (REQ-82)', { isNewStandard: false, hasRegisterEntry: false }],
  ])('lets %s be placed', (_, over) => {
    expect(placementRefusals(draft(over))).toEqual([]);
  });

  it('refuses a new standard without a register entry (R5, REQ-01)', () => {
    expect(placementRefusals(draft({ hasRegisterEntry: false }))).toEqual([
      { refusal: 'no-register-entry', clause: 'R5' },
    ]);
  });

  it('refuses a discussion in which nobody could take part on line (AMB-20)', () => {
    expect(placementRefusals(draft({ lacksProvider: true }))).toEqual([
      { refusal: 'no-senders-provider', clause: 'AMB-20' },
    ]);
  });

  it('refuses a placement under rules that are no law any more (REQ-120)', () => {
    expect(placementRefusals(draft({ areRulesInForce: false }))).toEqual([
      { refusal: 'rules-not-in-force', clause: 'REQ-120' },
    ]);
  });

  it('refuses a draft nobody wrote (R8.1)', () => {
    expect(placementRefusals(draft({ textFaults: null }))).toEqual([{ refusal: 'no-text', clause: 'R8.1' }]);
  });

  it('names every fault of the text with its clause and place (R4, REQ-19)', () => {
    const textFaults = [
      { fault: 'text-missing', rule: 'AMB-28', label: '5', language: 'ru' as const },
      { fault: 'no-clause', rule: 'R4', label: '', language: null, partId: null },
      { fault: 'section-empty', rule: 'R10.S', label: '2.', language: null, partId: 'part-2' },
    ];
    expect(placementRefusals(draft({ textFaults }))).toEqual([
      { refusal: 'text-missing', clause: 'AMB-28', at: '5', language: 'ru' },
      { refusal: 'no-clause', clause: 'R4' },
      { refusal: 'section-empty', clause: 'R10.S', at: '2.', partId: 'part-2' },
    ]);
  });
});
