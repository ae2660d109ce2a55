import type { Language } from '#lib/kernel';

/** What asks that a draft is placed under the law of that day. */
export const RULES_IN_FORCE = 'REQ-120';

/** Something missing in the text of the draft, as `completenessFaults` of the draft finds it (R4, R10, AMB-28). */
export interface TextFault {
  readonly fault: string;
  readonly rule: string;
  /** The label of the clause of the draft; empty for the draft as a whole. */
  readonly label: string;
  readonly language: Language | null;
  /** Lineage id of the clause. */
  readonly partId?: string | null;
}

export interface DraftToPlace {
  readonly isNewStandard: boolean;
  readonly hasRegisterEntry: boolean;
  /** The rules it is placed under are the law of that day. */
  readonly areRulesInForce: boolean;
  /** Remarks are asked for on line from whom an identity provider names, and this installation has none (AMB-20). */
  readonly lacksProvider: boolean;
  /** Remarks are asked for on line that their senders have signed, and this installation trusts nobody's certificates (AMB-20). */
  readonly lacksTrust: boolean;
  /** null when no version was ever saved. */
  readonly textFaults: readonly TextFault[] | null;
}

export interface PlacementRefusal {
  readonly refusal: string;
  /** The clause of the Rules that asks for it. */
  readonly clause: string;
  readonly at?: string;
  /** Lineage id of the clause that lacks it. */
  readonly partId?: string;
  readonly language?: Language;
}

/**
 * Why a draft may not be placed yet; nothing when it may. A term below the statutory minimum is refused by `discussionWindow`.
 * A missing mandatory channel is no refusal: the draft may be shown, its term does not start (AMB-05).
 */
export function placementRefusals(draft: DraftToPlace): PlacementRefusal[] {
  const refusals: PlacementRefusal[] = [];
  if (draft.isNewStandard && !draft.hasRegisterEntry) refusals.push({ refusal: 'no-register-entry', clause: 'R5' });
  if (!draft.areRulesInForce) refusals.push({ refusal: 'rules-not-in-force', clause: RULES_IN_FORCE });
  if (draft.lacksProvider) refusals.push({ refusal: 'no-senders-provider', clause: 'AMB-20' });
  if (draft.lacksTrust) refusals.push({ refusal: 'no-signature-roots', clause: 'AMB-20' });
  if (draft.textFaults === null) return [...refusals, { refusal: 'no-text', clause: 'R8.1' }];
  return [...refusals, ...draft.textFaults.map(refusalOf)];
}

const refusalOf = ({ fault, rule, label, language, partId }: TextFault): PlacementRefusal => ({
  refusal: fault,
  clause: rule,
  ...(label === '' ? {} : { at: label }),
  ...(language === null ? {} : { language }),
  ...(partId ? { partId } : {}),
});
