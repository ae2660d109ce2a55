import type { DiscussionDetails } from '#lib/discussion';
import type { Instant } from '#lib/kernel';
import type { NoticeOfDraft } from '#lib/notifications';
import type { ErratumView } from '#lib/reports';
import type { PageVisit } from '../pages-kit/visit.js';

export interface DraftEvent {
  /** Tells it from the others of the draft, for good. */
  readonly mark: string;
  readonly at: Instant;
  readonly title: string;
  readonly summary: string;
}

export interface DraftHistory {
  readonly discussion: DiscussionDetails;
  /** Of the first report. */
  readonly publishedAt: Instant | null;
  readonly errata: readonly ErratumView[];
  /** Changes of the term and the approval, as subscribers are told of them. */
  readonly notices: readonly NoticeOfDraft[];
}

/** What happened to a draft in public, the newest first. */
export function draftEvents(
  { discussion, publishedAt, errata, notices }: DraftHistory,
  visit: PageVisit,
): DraftEvent[] {
  const { t } = visit;
  const { openAt, closeAt, zone, readAt, withdrawnAt, withdrawalReason } = discussion;
  const close = closeAt === null ? '' : visit.until(closeAt, zone);
  const isOver = closeAt !== null && closeAt <= readAt && (withdrawnAt === null || closeAt < withdrawnAt);
  const events: (DraftEvent | false)[] = [
    { mark: 'opened', at: openAt, title: t('feed.opened'), summary: visit.when(openAt, zone) },
    ...notices.map((notice) => noticed(notice, visit, discussion)),
    isOver && { mark: 'closed', at: closeAt, title: t('feed.closed'), summary: t('mail.told.term-over', { close }) },
    publishedAt !== null && {
      mark: 'reported',
      at: publishedAt,
      title: t('feed.reported'),
      summary: visit.when(publishedAt, zone),
    },
    ...errata.map(({ number, publishedAt: at }) =>
      at === null
        ? false
        : { mark: `erratum-${number}`, at, title: t('feed.erratum', { number }), summary: visit.when(at, zone) },
    ),
    withdrawnAt !== null && {
      mark: 'withdrawn',
      at: withdrawnAt,
      title: t('feed.withdrawn'),
      summary: withdrawalReason ?? '',
    },
  ];
  return events.filter((event) => event !== false).toSorted((a, b) => b.at.localeCompare(a.at));
}

function noticed(
  { happening, about, at }: NoticeOfDraft,
  { t, when, until }: PageVisit,
  { zone, readAt }: DiscussionDetails,
): DraftEvent {
  if (happening === 'APPROVED') return { mark: 'approved', at, title: t('feed.approved'), summary: when(at, zone) };
  const isOver = (about as Instant) <= readAt;
  const summary = t(isOver ? 'mail.told.term-over' : 'mail.told.term-open', { close: until(about as Instant, zone) });
  return { mark: `extended-${about}`, at, title: t('feed.extended'), summary };
}
