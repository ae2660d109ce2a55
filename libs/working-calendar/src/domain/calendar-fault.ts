/** Why an operator's calendar is refused; `row` counts the days of the file from 1 and is 0 for the year itself. */
export interface CalendarFault {
  readonly year: number | null;
  readonly row: number;
  readonly field: 'year' | 'source' | 'days' | 'day' | 'kind' | 'name' | 'act';
  readonly reason:
    'missing' | 'not-a-year' | 'not-a-day' | 'unknown-kind' | 'another-year' | 'twice' | 'not-a-weekday' | 'not-off';
  readonly value?: string;
}
