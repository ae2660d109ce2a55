import { isWritableText } from '#lib/kernel';
import type { Fault } from './fault.js';

/**
 * Why a text may be kept from the public (REQ-116): a closed list. That a remark lies outside the subject is none of them: it
 * gets a reasoned answer (REQ-53).
 */
export const hidingGrounds = ['ABUSE', 'PERSONAL_DATA', 'SPAM', 'UNLAWFUL_CONTENT'] as const;
export type HidingGround = (typeof hidingGrounds)[number];

/** What the public and the sender are told; it stands in the moderation log, so it must not repeat what is hidden. */
export interface HidingReason {
  readonly ground: string;
  /** 20-2,000 characters each. */
  readonly explanationKk: string;
  readonly explanationRu: string;
}

export const explanationLimits = { least: 20, most: 2_000 } as const;

const isHidingGround = (ground: string): ground is HidingGround =>
  (hidingGrounds as readonly string[]).includes(ground);

/** What is wrong with the reason of a hiding; nothing when it may be proposed. */
export function hidingFaults({ ground, explanationKk, explanationRu }: HidingReason): Fault[] {
  return [
    ...(isHidingGround(ground) ? [] : [{ field: 'ground', fault: ground === '' ? 'missing' : 'unknown' } as const]),
    ...explanationFaults('explanationKk', explanationKk),
    ...explanationFaults('explanationRu', explanationRu),
  ];
}

function explanationFaults(field: string, text: string): Fault[] {
  const length = [...text.trim()].length;
  const { least, most } = explanationLimits;
  if (length === 0) return [{ field, fault: 'missing' }];
  if (length < least) return [{ field, fault: 'too-short', limit: least }];
  if (length > most) return [{ field, fault: 'too-long', limit: most }];
  return isWritableText(text) ? [] : [{ field, fault: 'not-text' }];
}
