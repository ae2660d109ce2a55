export { WorkingCalendarModule } from './working-calendar.module.js';
export { ImportCalendar, type ImportCalendarRequest, type LoadedCalendar } from './use-cases/import-calendar.js';
export { LoadWorkingCalendar } from './queries/load-working-calendar.js';
export { type CalendarDay, type CalendarDayKind, calendarDayKinds, type CalendarYear } from './domain/calendar-day.js';
export { type ChangedDay, changedDays } from './domain/changed-days.js';
export type { CalendarFault } from './domain/calendar-fault.js';
export { calendarOfYears, workingCalendar } from './domain/calendar-of-years.js';
export { type CalendarReading, readCalendarYear } from './domain/read-calendar-year.js';
export { shippedYears } from './shipped-years.js';
