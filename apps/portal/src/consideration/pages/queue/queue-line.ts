import type { QueueItem } from '#lib/consideration';
import { firstWords } from '#lib/drafting';
import { localDayOf } from '#lib/time-limits';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { outcomeTag } from '../answer/outcome-tag.js';
import { withQueue } from './queue-search.js';
import type { QueueLine } from './queue.view.js';

interface LineFacts {
  readonly visit: PageVisit;
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
  readonly query: string;
}

const EXCERPT = 160;

const confirmedKeys = {
  EMAIL: 'queue.by-mailbox',
  PROVIDER: 'queue.by-provider',
  SIGNATURE: 'queue.by-signature',
} as const;

/** A remark as a row of the queue. */
export function queueLine(item: QueueItem, { visit, names, zone, query }: LineFacts): QueueLine {
  const { t } = visit;
  return {
    href: withQueue(visit.to(`officer/remarks/${item.number}`), query),
    number: item.number,
    kind: t(item.kind === 'REMARK' ? 'remark.kind.remark' : 'remark.kind.proposal'),
    about: item.anchors.map(({ lineageId }) => names.get(lineageId) ?? '').join('; ') || t('draft.whole'),
    receivedOn: visit.day(localDayOf(item.receivedAt, zone)),
    text: firstWords(item.body, EXCERPT),
    outcome: outcomeTag(item.outcome, t),
    facts: factsOf(item, visit),
  };
}

function factsOf(
  { worker, isFlagged, notes, points, groupNo, confirmation }: QueueItem,
  { t, day }: PageVisit,
): string[] {
  const due = worker?.dueOn ? ` ${t('work.due-on', { day: day(worker.dueOn) })}` : '';
  return [
    ...(groupNo === null ? [] : [t('grouping.group', { no: groupNo })]),
    ...(points.length > 1 ? [t('work.points', { count: points.length })] : []),
    ...(worker ? [`${t('work.worker', { name: worker.name })}${due}`] : []),
    ...(confirmation ? [t(confirmedKeys[confirmation])] : []),
    ...(isFlagged ? [t('work.is-flagged')] : []),
    ...(notes > 0 ? [t('work.notes', { count: notes })] : []),
  ];
}
