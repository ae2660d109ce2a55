import type { Instant, LegalDay } from '#lib/kernel';

export interface AnnouncedWindow {
  readonly openAt: Instant;
  readonly termDate: LegalDay | null;
  readonly lastDay: LegalDay | null;
  readonly closeAt: Instant | null;
  readonly strictCloseAt: Instant | null;
}

/**
 * What stands after a window was computed anew (I8, AMB-05, REQ-07): a later channel only extends, an announced close never
 * moves earlier, and a close once announced is never taken back.
 */
export function announcedWindow(announced: AnnouncedWindow, computed: AnnouncedWindow): AnnouncedWindow {
  const openAt = computed.openAt < announced.openAt ? computed.openAt : announced.openAt;
  const isKept = announced.closeAt !== null && (computed.closeAt === null || computed.closeAt <= announced.closeAt);
  return isKept ? { ...announced, openAt } : { ...computed, openAt };
}
