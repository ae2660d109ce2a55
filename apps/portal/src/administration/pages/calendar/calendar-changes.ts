import { CalendarChanged, ChangeWorkingCalendar, DiscussionById, type DiscussionDetails } from '#lib/discussion';
import { actorLabel } from '#lib/ledger';
import { changedDays, LoadWorkingCalendar, readCalendarYear } from '#lib/working-calendar';
import { Injectable } from '@nestjs/common';
import type { OfficerActor } from '../../../rights/person.js';
import { faultsIn, yearsIn } from './calendar-file.js';
import type { CalendarPlan } from './calendar-plan-model.js';

type Told = Pick<CalendarPlan, 'faults' | 'change' | 'days' | 'discussions'>;

/** A file of working days, tried and applied. */
@Injectable()
export class CalendarChanges {
  constructor(
    private readonly changeCalendar: ChangeWorkingCalendar,
    private readonly calendar: LoadWorkingCalendar,
    private readonly discussions: DiscussionById,
  ) {}

  /** What the file would do. */
  async look(text: string, officer: OfficerActor): Promise<Told> {
    const years = yearsIn(text) ?? [];
    try {
      const request = { years, loadedBy: actorLabel(officer), isDryRun: true };
      const change = await this.changeCalendar.execute(request, officer);
      const discussions = new Map<string, DiscussionDetails>();
      for (const { discussionId: id } of change.terms) discussions.set(id, await this.discussions.execute(id));
      return { faults: [], change, days: await this.daysOf(years), discussions };
    } catch (error) {
      const faults = faultsIn(error);
      if (!faults) throw error;
      return { faults, change: null, days: [], discussions: new Map() };
    }
  }

  /** @returns false when it was not applied: it has faults, or would not do what was seen */
  async apply(text: string, seen: string, officer: OfficerActor): Promise<boolean> {
    try {
      await this.changeCalendar.execute({ years: yearsIn(text) ?? [], loadedBy: actorLabel(officer), seen }, officer);
      return true;
    } catch (error) {
      if (error instanceof CalendarChanged || faultsIn(error)) return false;
      throw error;
    }
  }

  private async daysOf(years: readonly unknown[]): Promise<CalendarPlan['days']> {
    const known = new Map((await this.calendar.years()).map(({ year, days }) => [year, days]));
    return years.flatMap((each) => {
      const { year } = readCalendarYear(each);
      return year ? changedDays(known.get(year.year) ?? [], year.days) : [];
    });
  }
}
