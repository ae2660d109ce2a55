import { type ModerationGround, moderationGrounds } from '#lib/time-limits';
import type { Fault } from './fault.js';
import { wordsFaults } from './words.js';

/**
 * Why a text may be kept from the public (REQ-116): a closed list, of which a profile has all or some. That a remark lies outside
 * the subject is none of them: it gets a reasoned answer (REQ-53).
 */
export const hidingGrounds = moderationGrounds;
export type HidingGround = ModerationGround;

/** The whole text, or passages of it: a redaction (decision 28). */
export type HidingExtent = 'WHOLE' | 'PASSAGES';

/** What the public and the sender are told; it stands in the moderation log, so it must not repeat what is hidden. */
export interface HidingReason {
  readonly ground: string;
  /** 20-2,000 characters each. */
  readonly explanationKk: string;
  readonly explanationRu: string;
}

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
    ...wordsFaults('explanationKk', explanationKk),
    ...wordsFaults('explanationRu', explanationRu),
  ];
}
