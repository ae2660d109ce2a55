import type { CalendarDay, CalendarDayKind } from '#lib/working-calendar';
import { weekdayOf } from '#lib/time-limits';
import { isMessageKey } from '#lib/localisation';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { ShownDay } from './calendar.view.js';

const classes: Readonly<Record<CalendarDayKind, string>> = {
  HOLIDAY: 'govuk-tag--red',
  MOVED_OFF: 'govuk-tag--orange',
  MOVED_WORKING: 'govuk-tag--green',
};

/** A day that is not what its weekday says, in words. */
export function shownDay({ day, kind, name, act }: CalendarDay, visit: PageVisit): ShownDay {
  const { t } = visit;
  const weekday = `calendar.weekday-${weekdayOf(day)}`;
  return {
    day: visit.day(day),
    weekday: isMessageKey(weekday) ? t(weekday) : '',
    kind: { text: t(`calendar.kind-${kind}`), classes: classes[kind] },
    name: name[visit.language],
    act,
  };
}
