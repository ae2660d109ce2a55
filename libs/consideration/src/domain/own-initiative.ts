import { isWritableText } from '#lib/kernel';
import { isLongEnough } from './decision.js';

/** AMB-14, REQ-76: an editorial change needs no new discussion; a substantive one that no remark asked for does, by default. */
export const changeNatures = ['EDITORIAL', 'SUBSTANTIVE'] as const;
export type ChangeNature = (typeof changeNatures)[number];

/** Why a clause was changed although no accepted point asked for it. */
export interface OwnInitiative {
  readonly nature: ChangeNature;
  readonly reasonKk: string;
  readonly reasonRu: string;
}

export interface OwnInitiativeFault {
  readonly field: keyof OwnInitiative;
  readonly fault: 'unknown' | 'too-short' | 'too-long' | 'not-text';
  /** For `too-short`: the least number of characters. */
  readonly least?: number;
}

const REASON_LIMIT = 5_000;

/** @param least the profile's least length of a ground, in characters */
export function ownInitiativeFaults(initiative: OwnInitiative, least: number): OwnInitiativeFault[] {
  const faults = (['reasonKk', 'reasonRu'] as const).flatMap((field): OwnInitiativeFault[] => {
    const text = initiative[field];
    if (!isWritableText(text)) return [{ field, fault: 'not-text' }];
    if (!isLongEnough(text, least)) return [{ field, fault: 'too-short', least }];
    return Array.from(text).length > REASON_LIMIT ? [{ field, fault: 'too-long' }] : [];
  });
  return changeNatures.includes(initiative.nature) ? faults : [{ field: 'nature', fault: 'unknown' }, ...faults];
}
