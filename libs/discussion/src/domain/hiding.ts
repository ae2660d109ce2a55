import { isWritableText } from '#lib/kernel';
import { type ModerationGround, moderationGrounds } from '#lib/time-limits';
import type { Fault } from './fault.js';

/**
 * Why a text may be kept from the public (REQ-116): a closed list, of which a profile has all or some. That a remark lies outside
 * the subject is none of them: it gets a reasoned answer (REQ-53).
 */
export const hidingGrounds = moderationGrounds;
export type HidingGround = ModerationGround;

/** The whole text, or passages of it: a redaction (decision 28). */
export const hidingExtents = ['WHOLE', 'PASSAGES'] as const;
export type HidingExtent = (typeof hidingExtents)[number];

/** What the public and the sender are told; it stands in the moderation log, so it must not repeat what is hidden. */
export interface HidingReason {
  readonly ground: string;
  /** 20-2,000 characters each. */
  readonly explanationKk: string;
  readonly explanationRu: string;
}

export const explanationLimits = { least: 20, most: 2_000 } as const;

/**
 * What is wrong with the reason of a hiding; nothing when it may be proposed.
 * @param grounds those of the profile
 */
export function hidingFaults(
  { ground, explanationKk, explanationRu }: HidingReason,
  grounds: readonly HidingGround[],
): Fault[] {
  return [
    ...((grounds as readonly string[]).includes(ground)
      ? []
      : [{ field: 'ground', fault: ground === '' ? 'missing' : 'unknown' } as const]),
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
