import { type Instant, type Language, type LegalDay, plusMilliseconds } from '#lib/kernel';
import { profileById } from './profile-register.js';
import { offsetAt } from './zone-time.js';

/** The parts of "until 24:00, 1 July 2016 (Astana time, UTC+06:00), inclusive" (REQ-21); the sentence is made by the catalogues. */
export interface CloseLabel {
  readonly lastDay: LegalDay;
  /** Local hour at which the last day ends, as `24:00`. */
  readonly hour: string;
  /** The offset in force at the last moment before the close, as `+06:00`. */
  readonly offset: string;
  readonly zone: string;
  readonly zoneTitle: string;
}

/** @throws DomainError `not-found` when the window names no known profile */
export function closeLabel(
  window: { readonly profileId: string; readonly lastDay: LegalDay; readonly closeAt: Instant },
  language: Language,
): CloseLabel {
  const { hour, zone, zoneTitle } = profileById(window.profileId).closing;
  const lastMoment = plusMilliseconds(window.closeAt, -1);
  return { lastDay: window.lastDay, hour, offset: offsetAt(lastMoment, zone), zone, zoneTitle: zoneTitle[language] };
}
