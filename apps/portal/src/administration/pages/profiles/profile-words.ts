import { OFFICE_ZONE } from '#lib/localisation';
import type { Channel, Duty, ProcedureProfile, Term, TermReading } from '#lib/time-limits';
import type { PageVisit } from '../../../pages-kit/visit.js';

export const termWords = ({ unit, length }: Term, { t }: PageVisit): string =>
  t(`clock.length-${unit}`, { count: length });

/** From when until when, or that it still is in force. */
export function sinceWords({ validFrom, validTo }: ProcedureProfile, visit: PageVisit): string {
  const from = visit.day(validFrom);
  return validTo === null
    ? visit.t('profile.since', { from })
    : visit.t('profile.since-until', { from, to: visit.day(validTo) });
}

export const readingWords = ({ firstDay, roll }: TermReading, { t }: PageVisit): string =>
  `${t(`profile.first-day-${firstDay}`)}; ${t(`profile.roll-${roll}`)}`;

export const channelWords = (channels: readonly Channel[], { t }: PageVisit): string =>
  channels.length === 0 ? t('profile.no-channel') : channels.map((each) => t(`profile.channel-${each}`)).join(', ');

export const yesNo = (is: boolean, { t }: PageVisit): string => t(is ? 'profile.yes' : 'profile.no');

export const dutyLine = (duty: Duty, visit: PageVisit) => ({
  name: visit.t(`profile.duty-${duty.id}`),
  clause: duty.clause,
  term: termWords(duty.term, visit),
  from: visit.t(`profile.from-${duty.from}`),
  binding: visit.t(duty.isTarget ? 'profile.target' : 'profile.binding'),
});

/** Hour and zone in which a last day ends. */
export const closingWords = ({ hour, zone, zoneTitle }: ProcedureProfile['closing'], { language }: PageVisit): string =>
  `${hour}, ${zoneTitle[language]}${zone === OFFICE_ZONE ? '' : ` (${zone})`}`;
