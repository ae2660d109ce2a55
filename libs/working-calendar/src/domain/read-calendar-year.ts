import { isLegalDay, languages, type LegalDay, legalDay } from '#lib/kernel';
import { isWeekend, yearOf } from '#lib/time-limits';
import { type CalendarDay, type CalendarDayKind, calendarDayKinds, type CalendarYear } from './calendar-day.js';
import type { CalendarFault } from './calendar-fault.js';
import { carriedOver } from './carry-over.js';

export type CalendarReading =
  | { readonly year: CalendarYear; readonly faults: readonly [] }
  | { readonly year: null; readonly faults: readonly CalendarFault[] };

type Row = Readonly<Record<string, unknown>>;
type RowFault = Pick<CalendarFault, 'field' | 'reason' | 'value'>;

const asRow = (value: unknown): Row => (typeof value === 'object' && value !== null ? (value as Row) : {});
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const isKind = (value: string): value is CalendarDayKind => (calendarDayKinds as readonly string[]).includes(value);

/** Reads one year of a calendar as an operator writes it; every fault of every row is named, nothing is guessed (REQ-07). */
export function readCalendarYear(input: unknown): CalendarReading {
  const file = asRow(input);
  const year = Number.isInteger(file['year']) ? Number(file['year']) : null;
  const source = text(file['source']);
  const rows = Array.isArray(file['days']) ? file['days'].map(asRow) : [];
  const fault = (row: number, found: RowFault): CalendarFault => ({ year, row, ...found });

  const faults: CalendarFault[] = [];
  if (year === null || year < 1991 || year > 2100) faults.push(fault(0, { field: 'year', reason: 'not-a-year' }));
  if (source === '') faults.push(fault(0, { field: 'source', reason: 'missing' }));
  if (rows.length === 0) faults.push(fault(0, { field: 'days', reason: 'missing' }));
  rows.forEach((row, index) => faults.push(...faultsOfRow(row, year).map((found) => fault(index + 1, found))));
  faults.push(...faultsAmong(rows).map(({ row, ...found }) => fault(row, found)));
  if (faults.length > 0 || year === null) return { year: null, faults };
  return { year: { year, source, days: rows.map(calendarDay) }, faults: [] };
}

function faultsOfRow(row: Row, year: number | null): RowFault[] {
  const faults: RowFault[] = [];
  const day = text(row['day']);
  if (!isLegalDay(day)) faults.push({ field: 'day', reason: 'not-a-day', value: day });
  else if (year !== null && yearOf(day) !== year) faults.push({ field: 'day', reason: 'another-year', value: day });
  const kind = text(row['kind']);
  if (!isKind(kind)) faults.push({ field: 'kind', reason: 'unknown-kind', value: kind });
  const name = asRow(row['name']);
  for (const language of languages) {
    if (text(name[language]) === '') faults.push({ field: 'name', reason: 'missing', value: language });
  }
  if (text(row['act']) === '') faults.push({ field: 'act', reason: 'missing' });
  return faults;
}

/** Days named twice, days moved off a weekend, and worked days that would be worked anyway. */
function faultsAmong(rows: readonly Row[]): (RowFault & { row: number })[] {
  const faults: (RowFault & { row: number })[] = [];
  const seen = new Set<LegalDay>();
  const holidays = rows.filter((row) => row['kind'] === 'HOLIDAY').map((row) => text(row['day']));
  const carried = new Set(carriedOver(holidays.filter(isLegalDay), []).map(({ day }) => day));
  rows.forEach((row, index) => {
    const day = text(row['day']);
    if (!isLegalDay(day)) return;
    const found = (reason: CalendarFault['reason']) =>
      faults.push({ row: index + 1, field: 'day', reason, value: day });
    if (seen.has(day)) found('twice');
    seen.add(day);
    if (row['kind'] === 'MOVED_OFF' && isWeekend(day)) found('not-a-weekday');
    if (row['kind'] === 'MOVED_WORKING' && !isWeekend(day) && !carried.has(day)) found('not-off');
  });
  return faults;
}

function calendarDay(row: Row): CalendarDay {
  const name = asRow(row['name']);
  const kind = text(row['kind']);
  return {
    day: legalDay(text(row['day'])),
    kind: isKind(kind) ? kind : 'HOLIDAY',
    name: { kk: text(name['kk']), ru: text(name['ru']), en: text(name['en']) },
    act: text(row['act']),
  };
}
