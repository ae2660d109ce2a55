import type { DiscussionDetails } from '#lib/discussion';
import { profileById } from '#lib/time-limits';
import { figuresOf } from '../../../pages-kit/figures.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { QueueStanding } from './queue-facts.js';
import { queueHref } from './queue-search.js';
import type { QueueModel } from './queue.view.js';

interface TabFacts {
  readonly visit: PageVisit;
  readonly discussion: DiscussionDetails;
  readonly standing: QueueStanding;
}

/** The views officers work from, each with how many remarks it has. */
export function queueTabs({ visit, discussion, standing }: TabFacts, query: string): QueueModel['tabs'] {
  const { t } = visit;
  const { number } = figuresOf(visit);
  const { workload, progress } = standing;
  const standingInAll = progress.decided + progress.undecided;
  const needsSecond = profileById(discussion.profileId).secondOfficer.decisions;
  const views: readonly (readonly [string, string, number])[] = [
    ['', t('work.view-all'), standingInAll],
    ['undecided=1', t('work.view-undecided'), workload.undecided],
    ['undecided=1&worker=mine', t('work.view-mine'), workload.mine],
    ['undecided=1&worker=nobody', t('work.view-nobody'), workload.nobody],
    ['undecided=1&overdue=1', t('work.view-overdue'), workload.overdue],
    ['flagged=1', t('work.view-flagged'), workload.flagged],
    ...(needsSecond ? [['unconfirmed=1', t('work.view-unconfirmed'), workload.unconfirmed] as const] : []),
  ];
  const current = sorted(query);
  return views.map(([search, name, count]) => ({
    href: queueHref(discussion.id, search, visit),
    text: `${name} (${number(count)})`,
    isCurrent: sorted(search) === current,
  }));
}

/** The same fields in another order are the same view. */
function sorted(query: string): string {
  const fields = new URLSearchParams(query);
  fields.sort();
  return fields.toString();
}
