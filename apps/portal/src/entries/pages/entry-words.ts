import type { EntryLine, EntryOfficial, EntryState } from '#lib/discussion';
import type { Instant } from '#lib/kernel';
import type { PageVisit } from '../../pages-kit/visit.js';

const classes: Readonly<Record<EntryState, string>> = {
  ENTERED: 'govuk-tag--yellow',
  CONFIRMED: 'govuk-tag--green',
  REFUSED: 'govuk-tag--red',
};

export const stateTag = (state: EntryState, { t }: PageVisit) => ({
  text: t(`entry.state.${state}`),
  classes: classes[state],
});

/** "1 July 2016, 17:30:00 (Astana time, UTC+6)", or the day alone where no hour was written down (REQ-42). */
export const arrivalOf = (
  { precision, arrivalDay, arrivedAt }: Pick<EntryLine, 'precision' | 'arrivalDay' | 'arrivedAt'>,
  zone: string,
  visit: PageVisit,
): string =>
  precision === 'INSTANT' ? visit.when(arrivedAt, zone) : visit.t('entry.day-only', { day: visit.day(arrivalDay) });

export const officialAt = ({ name }: EntryOfficial, at: Instant, zone: string, visit: PageVisit): string =>
  visit.t('entry.by-at', { name: name ?? visit.t('entry.program'), at: visit.when(at, zone) });
