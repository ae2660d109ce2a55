import { CLOCK, type Clock, type LegalDay } from '#lib/kernel';
import { isMessageKey, OFFICE_ZONE } from '#lib/localisation';
import { dayPlus, localDayOf, type WorkingCalendar, yearOf } from '#lib/time-limits';
import { calendarOfYears, type CalendarYear, LoadWorkingCalendar } from '#lib/working-calendar';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { selectOptions } from '../../../pages-kit/select-options.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { May } from '../../../rights/may.js';
import { type CalendarModel, calendarView } from './calendar.view.js';
import { shownDay } from './shown-day.js';

/** Which days of a year are not what their weekday says, and why (REQ-04, REQ-07). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/calendar`)
export class CalendarPage {
  constructor(
    private readonly calendar: LoadWorkingCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @May('calendar.manage')
  async show(@Visit() visit: PageVisit, @Query() query: unknown): Promise<PageAnswer> {
    const { t } = visit;
    const years = await this.calendar.years();
    const asked = Number(new Form(query).text('year')) || yearOf(localDayOf(this.clock.now(), OFFICE_ZONE));
    const year = years.find((each) => each.year === asked) ?? years.at(-1);
    const title = t('calendar.title', { year: String(year?.year ?? asked) });
    const model: CalendarModel = {
      back: { href: visit.to('officer/administration'), text: t('administration.title') },
      title,
      action: visit.to('officer/calendar'),
      years: selectOptions(
        years.toReversed().map(({ year: each }) => [String(each), String(each)] as const),
        String(year?.year ?? ''),
      ),
      source: year?.source ?? '–',
      importHref: visit.to('officer/calendar/import'),
      months: year ? monthsOf(year, calendarOfYears([year]), visit) : [],
    };
    return visit.show(calendarView, model, { title });
  }
}

const monthNumbers = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

function monthsOf(year: CalendarYear, calendar: WorkingCalendar, visit: PageVisit): CalendarModel['months'] {
  const { t } = visit;
  return monthNumbers.map((month) => {
    const prefix = `${year.year}-${month}`;
    const name = `calendar.month-${Number(month)}`;
    return {
      name: isMessageKey(name) ? t(name) : month,
      worked: t('calendar.worked', { count: workedDays(prefix, calendar) }),
      days: year.days
        .filter(({ day }) => day.startsWith(prefix))
        .toSorted((a, b) => (a.day < b.day ? -1 : 1))
        .map((day) => shownDay(day, visit)),
    };
  });
}

function workedDays(prefix: string, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = `${prefix}-01` as LegalDay; day.startsWith(prefix); day = dayPlus(day, 1))
    if (calendar.isWorkingDay(day)) count += 1;
  return count;
}
