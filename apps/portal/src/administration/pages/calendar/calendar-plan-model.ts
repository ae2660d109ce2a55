import type { CalendarChange, DiscussionDetails } from '#lib/discussion';
import type { Instant } from '#lib/kernel';
import type { CalendarFault, ChangedDay } from '#lib/working-calendar';
import { row } from '../../../pages-kit/summary-row.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { CalendarPlanModel } from './calendar.view.js';
import { shownDay } from './shown-day.js';

export interface CalendarPlan {
  readonly fileId: string;
  readonly fileName: string;
  readonly faults: readonly CalendarFault[];
  /** null for a file with faults. */
  readonly change: CalendarChange | null;
  readonly days: readonly ChangedDay[];
  readonly discussions: ReadonlyMap<string, DiscussionDetails>;
  readonly isDone: boolean;
  readonly isChanged: boolean;
}

const classes: Readonly<Record<ChangedDay['kind'], string>> = {
  ADDED: 'govuk-tag--green',
  CHANGED: 'govuk-tag--turquoise',
  REMOVED: 'govuk-tag--red',
};

/** What a file of working days would do: to the days, and to the terms that run. */
export function calendarPlanModel(plan: CalendarPlan, visit: PageVisit): CalendarPlanModel {
  const { t } = visit;
  const { change, days, faults } = plan;
  const here = visit.to(`officer/calendar/import/${plan.fileId}`);
  const canApply = change !== null && !plan.isDone;
  return {
    back: { href: visit.to('officer/calendar/import'), text: t('calendar.import-title') },
    facts: [
      row(t('sheet.file-row'), plan.fileName),
      ...(change ? [row(t('calendar.years'), change.years.join(', '))] : []),
    ],
    done: plan.isDone ? { text: t('calendar.applied'), href: visit.to('officer/audit?act=discussion.extended') } : null,
    changed: plan.isChanged ? t('calendar.changed') : null,
    faults: faults.map((fault) => faultWords(fault, visit)),
    days: days.map(({ kind, day }) => ({
      ...shownDay(day, visit),
      becomes: { text: t(`calendar.day-${kind}`), classes: classes[kind] },
    })),
    terms: (change?.terms ?? []).map((term) => termLine(term, plan.discussions.get(term.discussionId), visit)),
    apply: canApply ? { action: `${here}/application`, seen: change.seen } : null,
    obstacle: faults.length > 0 ? t('calendar.has-faults') : null,
    formHref: visit.to('officer/calendar/import'),
  };
}

function faultWords({ year, row: number, field, reason, value }: CalendarFault, { t }: PageVisit) {
  const said = t(`calendar.fault-${reason}`);
  return {
    place: number === 0 ? String(year ?? '–') : t('calendar.row', { year: String(year ?? '–'), row: number }),
    field,
    text: value === undefined || value === '' ? said : `${said}: ${value}`,
  };
}

function termLine(
  { discussionId, announcedCloseAt, closeAt }: CalendarChange['terms'][number],
  discussion: DiscussionDetails | undefined,
  visit: PageVisit,
): CalendarPlanModel['terms'][number] {
  const title = discussion ? inLanguage(discussion.title, visit.language) : undefined;
  const until = (at: Instant | null) => (at && discussion ? visit.until(at, discussion.zone) : '–');
  return {
    href: visit.to(`discussions/${discussionId}`),
    title: title?.text ?? discussionId,
    titleLanguage: title?.language ?? visit.language,
    before: until(announcedCloseAt),
    after: until(closeAt),
  };
}
