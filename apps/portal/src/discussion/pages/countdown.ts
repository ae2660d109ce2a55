import type { DiscussionDetails } from '#lib/discussion';
import type { Instant } from '#lib/kernel';
import type { PageVisit } from '../../pages-kit/visit.js';
import { timeLeft, unitWords } from './time-left.js';

/** How long remarks are still taken, with what a script needs to count on. */
export interface Countdown {
  readonly closeAt: Instant;
  readonly readAt: Instant;
  readonly text: string;
  readonly pattern: string;
  readonly units: string;
  readonly over: string;
}

/** @returns null when the close has passed or is not set */
export function countdownOf(
  { closeAt, readAt }: Pick<DiscussionDetails, 'closeAt' | 'readAt'>,
  visit: PageVisit,
): Countdown | null {
  const text = timeLeft({ closeAt, readAt }, visit);
  if (closeAt === null || text === null) return null;
  const pattern = visit.t('draft.left', { time: '%' });
  return { closeAt, readAt, text, pattern, units: unitWords(visit.language), over: visit.t('draft.left-over') };
}
