import type { DiscussionSummary } from '#lib/discussion';
import type { MessageKey } from '#lib/localisation';
import type { PageVisit } from '../../pages-kit/visit.js';

/** How a discussion stands for a visitor: by the instant of its close, whether or not a job has run (R8.4, REQ-27). */
export type Standing = 'open' | 'closed' | 'reported' | 'withdrawn';

const reported = ['REPORTED', 'IN_AGREEMENT', 'RETURNED', 'APPROVED', 'IN_FORCE', 'AMENDING'];

export function standingOf({ state, isTakingRemarks, procedureState }: DiscussionSummary): Standing {
  if (state === 'WITHDRAWN') return 'withdrawn';
  if (isTakingRemarks) return 'open';
  return reported.includes(procedureState) ? 'reported' : 'closed';
}

const names: Readonly<Record<Standing, { readonly text: MessageKey; readonly classes: string }>> = {
  open: { text: 'list.open', classes: 'govuk-tag--blue' },
  closed: { text: 'list.closed', classes: 'govuk-tag--yellow' },
  reported: { text: 'list.reported', classes: 'govuk-tag--green' },
  withdrawn: { text: 'discussion.state.WITHDRAWN', classes: 'govuk-tag--red' },
};

export function standingTag(summary: DiscussionSummary, { t }: PageVisit) {
  const { text, classes } = names[standingOf(summary)];
  return { text: t(text), classes };
}

/** "Remarks and proposals are taken until 24:00, 1 July 2016 (Astana time, UTC+6), inclusive"; "were taken" when it is over. */
export function closeText(
  { closeAt, zone, isTakingRemarks }: Pick<DiscussionSummary, 'closeAt' | 'zone' | 'isTakingRemarks'>,
  visit: PageVisit,
): string {
  if (closeAt === null) return visit.t('banner.term-not-started');
  return `${visit.t(isTakingRemarks ? 'draft.close' : 'draft.closed')} ${visit.until(closeAt, zone)}`;
}
