import type { Instant } from '#lib/kernel';

/**
 * The close of a discussion after the working calendar changed (REQ-07): a close that has passed stays, an announced one is
 * never moved earlier, a later one is taken over. All UTC instants; closes are exclusive.
 */
export function closeAfterCalendarChange(change: {
  readonly announcedClose: Instant;
  readonly recomputedClose: Instant;
  readonly now: Instant;
}): Instant {
  const { announcedClose, recomputedClose, now } = change;
  const isPast = announcedClose <= now;
  return isPast || recomputedClose < announcedClose ? announcedClose : recomputedClose;
}
