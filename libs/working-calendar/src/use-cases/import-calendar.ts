import { type Transaction, Transactions } from '#lib/database';
import { DomainError } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { CalendarYear } from '../domain/calendar-day.js';
import type { CalendarFault } from '../domain/calendar-fault.js';
import { readCalendarYear } from '../domain/read-calendar-year.js';
import { CalendarRepository } from '../persistence/calendar.repository.js';

export interface ImportCalendarRequest {
  /** Parsed JSON, one value a year, in the shape of the shipped `data/kz-<year>.json`. */
  readonly years: readonly unknown[];
  /** Who loads it, as it shall stand beside the data. */
  readonly loadedBy: string;
}

export interface LoadedCalendar {
  readonly years: readonly number[];
  /** That are not what their weekday says. */
  readonly days: number;
}

/**
 * Loads the operator's working calendar (REQ-07): its years replace the shipped ones, all of the given years or none.
 * Open discussions follow it by `ChangeWorkingCalendar` of the lib discussion, which calls `within`.
 * @throws DomainError `import-refused` with `details.faults: CalendarFault[]`, one for each fault of each row
 */
@Injectable()
export class ImportCalendar {
  constructor(
    private readonly transactions: Transactions,
    private readonly calendar: CalendarRepository,
  ) {}

  execute(request: ImportCalendarRequest): Promise<LoadedCalendar> {
    return this.transactions.run((tx) => this.within(tx, request));
  }

  async within(tx: Transaction, { years: inputs, loadedBy }: ImportCalendarRequest): Promise<LoadedCalendar> {
    const years = readAll(inputs);
    for (const year of years) await this.calendar.replace(tx, year, loadedBy);
    return { years: years.map(({ year }) => year), days: years.reduce((sum, { days }) => sum + days.length, 0) };
  }
}

function readAll(inputs: readonly unknown[]): CalendarYear[] {
  const readings = inputs.map(readCalendarYear);
  const years = readings.flatMap(({ year }) => (year ? [year] : [])).toSorted((a, b) => a.year - b.year);
  const faults: CalendarFault[] = readings.flatMap((reading) => reading.faults);
  years.forEach(({ year }, index) => {
    if (years[index + 1]?.year === year) faults.push({ year, row: 0, field: 'year', reason: 'twice' });
  });
  if (inputs.length === 0) faults.push({ year: null, row: 0, field: 'year', reason: 'missing' });
  if (faults.length > 0) {
    throw new DomainError('import-refused', `the calendar has ${faults.length} fault(s); nothing was loaded`, {
      faults,
    });
  }
  return years;
}
