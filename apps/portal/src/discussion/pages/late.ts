import { DiscussionClosed, type DiscussionDetails } from '#lib/discussion';
import { type PageAnswer } from '../../pages-kit/answer.js';
import { codeRow, row, type SummaryRow } from '../../pages-kit/summary-row.js';
import { view } from '../../pages-kit/view.js';
import type { PageVisit } from '../../pages-kit/visit.js';

export interface LateModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly sentence: string;
  readonly facts: readonly SummaryRow[];
}

const lateView = view<LateModel>('discussion/late');

export const isLate = (error: unknown): error is DiscussionClosed => error instanceof DiscussionClosed;

/** R8.4: the numbered refusal with both instants and the rule; the same address answers 409 to a program. */
export function lateAnswer(
  { notice }: DiscussionClosed,
  { id, zone }: Pick<DiscussionDetails, 'id' | 'zone'>,
  visit: PageVisit,
): PageAnswer {
  const { t } = visit;
  const { receivedAt, closeAt, receivedAtLocal, closeAtLocal, number } = notice;
  const known = receivedAt && closeAt && number;
  const model: LateModel = {
    back: { href: visit.to(`discussions/${id}`), text: t('nav.back') },
    sentence: known
      ? t('late.text', { receivedAt: visit.when(receivedAt, zone), close: visit.until(closeAt, zone), number })
      : t('error.discussion-closed'),
    facts: [
      ...(number ? [codeRow(t('late.number'), number)] : []),
      ...(receivedAtLocal ? [codeRow(t('receipt.received-at'), receivedAtLocal)] : []),
      ...(closeAtLocal ? [codeRow(t('late.close-at'), closeAtLocal)] : []),
      row(t('late.rule'), t('late.rule-text')),
    ],
  };
  return visit.showAgain(lateView, model, { title: t('late.title'), hasErrors: false }, 409);
}
