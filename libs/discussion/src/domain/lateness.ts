import type { Instant, Language, LegalDay } from '#lib/kernel';
import { closeLabel, type CloseLabel, zonedText } from '#lib/time-limits';

/** R8.4: what a refusal of a late remark has to say, both instants in UTC and in the zone of the law. */
export interface LatenessNotice {
  readonly clause: 'R8.4';
  readonly profileId: string;
  readonly zone: string;
  readonly receivedAt: Instant;
  readonly receivedAtLocal: string;
  /** Exclusive. */
  readonly closeAt: Instant;
  readonly closeAtLocal: string;
}

export interface ClosedWindow {
  readonly profileId: string;
  readonly zone: string;
  readonly closeAt: Instant;
}

/** The two instants and the rule by which a remark is late (REQ-33, REQ-39). */
export function latenessNotice(window: ClosedWindow, receivedAt: Instant): LatenessNotice {
  const { profileId, zone, closeAt } = window;
  return {
    clause: 'R8.4',
    profileId,
    zone,
    receivedAt,
    receivedAtLocal: zonedText(receivedAt, zone),
    closeAt,
    closeAtLocal: zonedText(closeAt, zone),
  };
}

/** "until 24:00, 1 July 2016 (Astana time), inclusive" in its parts (REQ-21); nothing while the term has not started. */
export function windowLabel(
  window: { readonly profileId: string; readonly lastDay: LegalDay | null; readonly closeAt: Instant | null },
  language: Language,
): CloseLabel | null {
  const { profileId, lastDay, closeAt } = window;
  return lastDay === null || closeAt === null ? null : closeLabel({ profileId, lastDay, closeAt }, language);
}
