import type { Instant } from '#lib/kernel';

export type Timeliness = 'before-opening' | 'on-time' | 'late';

/**
 * The only test of timeliness: on time ⇔ `openAt <= receivedAt < closeAt` (REQ-33, R8.4). Without a close (a mandatory channel
 * is missing) nothing is late yet. Intake repeats this test in the database, where the clock is (design, section 3).
 */
export function timeliness(
  window: { readonly openAt: Instant; readonly closeAt: Instant | null },
  receivedAt: Instant,
): Timeliness {
  if (receivedAt < window.openAt) return 'before-opening';
  return window.closeAt === null || receivedAt < window.closeAt ? 'on-time' : 'late';
}
