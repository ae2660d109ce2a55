import type { CalendarDay } from './calendar-day.js';

export interface ChangedDay {
  readonly kind: 'ADDED' | 'CHANGED' | 'REMOVED';
  /** As the file has it; a removed one as it was. */
  readonly day: CalendarDay;
}

/** What a year's days become when other ones take their place, by day; what stays is left out. */
export function changedDays(before: readonly CalendarDay[], after: readonly CalendarDay[]): ChangedDay[] {
  const [was, will] = [byDay(before), byDay(after)];
  const removed = before.filter(({ day }) => !will.has(day)).map((day): ChangedDay => ({ kind: 'REMOVED', day }));
  const others = after.flatMap((day): ChangedDay[] => {
    const known = was.get(day.day);
    if (!known) return [{ kind: 'ADDED', day }];
    return isSame(known, day) ? [] : [{ kind: 'CHANGED', day }];
  });
  return [...removed, ...others].toSorted((a, b) => (a.day.day < b.day.day ? -1 : 1));
}

const byDay = (days: readonly CalendarDay[]) => new Map(days.map((day) => [day.day, day]));

const isSame = (a: CalendarDay, b: CalendarDay): boolean =>
  a.kind === b.kind && a.act === b.act && a.name.kk === b.name.kk && a.name.ru === b.name.ru && a.name.en === b.name.en;
