import type { PublicRemark } from '#lib/discussion';
import type { AnswerInWords } from '#lib/reports';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { ShownRemark } from './clause.view.js';

/** A remark as everybody reads it: never who sent it (REQ-46), no words of a withdrawn or hidden one (REQ-116). */
export function shownRemark(
  remark: PublicRemark,
  answers: readonly AnswerInWords[],
  zone: string,
  visit: PageVisit,
): ShownRemark {
  const { t, language } = visit;
  return {
    number: remark.number,
    kind: t(remark.kind === 'PROPOSAL' ? 'remark.kind.proposal' : 'remark.kind.remark'),
    receivedAt: visit.when(remark.receivedAt, zone),
    language: remark.language,
    text: remark.text,
    proposedWording: remark.proposedWording,
    notice: noticeOf(remark, zone, visit),
    alsoAbout: remark.anchors.length > 1 ? t('clause.also-about', { count: remark.anchors.length - 1 }) : null,
    answers: answers.map(({ quote, isTakenIntoAccount, outcome, reason, ground }) => ({
      ...(quote === undefined ? {} : { quote }),
      outcome,
      classes: isTakenIntoAccount ? 'govuk-tag--green' : 'govuk-tag--yellow',
      reason,
      ground,
      groundLanguage: language === 'kk' ? 'kk' : 'ru',
    })),
  };
}

function noticeOf({ state, hidingGround, waitsUntil }: PublicRemark, zone: string, visit: PageVisit): string | null {
  const { t } = visit;
  if (state === 'WITHDRAWN') return t('remark.state.WITHDRAWN');
  if (waitsUntil) return t('waiting.notice', { when: visit.when(waitsUntil, zone) });
  if (state !== 'HIDDEN') return null;
  return hidingGround ? `${t('remark.state.HIDDEN')}: ${t(`hiding.ground.${hidingGround}`)}` : t('remark.state.HIDDEN');
}
