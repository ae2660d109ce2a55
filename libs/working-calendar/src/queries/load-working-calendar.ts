import { Database, type Queryable } from '#lib/database';
import type { WorkingCalendar } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { CalendarYear } from '../domain/calendar-day.js';
import { calendarOfYears } from '../domain/calendar-of-years.js';
import { CalendarRepository } from '../persistence/calendar.repository.js';
import { shippedYears } from '../shipped-years.js';

/** The working calendar in force: the shipped years, each replaced by the operator's where one is loaded (REQ-07). */
@Injectable()
export class LoadWorkingCalendar {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarRepository,
  ) {}

  /** @param from the open transaction, when the caller is in one */
  async execute(from: Queryable = this.database): Promise<WorkingCalendar> {
    return calendarOfYears(await this.years(from));
  }

  /** The same years with their names and legal sources, for pages and downloads; oldest first. */
  async years(from: Queryable = this.database): Promise<CalendarYear[]> {
    const byYear = new Map([...shippedYears, ...(await this.calendar.list(from))].map((year) => [year.year, year]));
    return [...byYear.values()].toSorted((a, b) => a.year - b.year);
  }
}
