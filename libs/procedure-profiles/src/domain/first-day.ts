import { type Instant, type LegalDay, plusMilliseconds } from '#lib/kernel';
import { dayPlus, localDayOf } from '#lib/time-limits';

/** How long before a day begins every process knows what will be in force on it: each looks every minute. */
const LEAD_MS = 10 * 60_000;

/**
 * The first legal day of the zone that rules can still be set or taken back for: tomorrow, and in the last ten minutes of a day the day
 * after. What is placed today keeps the rules it was placed under (REQ-120).
 */
export const firstDayToSet = (now: Instant, zone: string): LegalDay =>
  dayPlus(localDayOf(plusMilliseconds(now, LEAD_MS), zone), 1);
