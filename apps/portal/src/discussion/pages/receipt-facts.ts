import { committedJson, type RemarkOfReceipt } from '#lib/discussion';
import { zonedText } from '#lib/time-limits';
import { codeRow, row, type SummaryRow } from '../../pages-kit/summary-row.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';

/** What the own browser remembers of a receipt, when its sender wishes it. */
export interface Remembered {
  readonly number: string;
  readonly secret: string;
  readonly title: string;
}

export const toRemember = ({ number, title }: RemarkOfReceipt, secret: string, visit: PageVisit): Remembered => ({
  number,
  secret,
  title: inLanguage(title, visit.language).text,
});

/** What a receipt says, on its page and as a text. */
export function receiptFacts(remark: RemarkOfReceipt, visit: PageVisit): SummaryRow[] {
  const { t } = visit;
  const at = remark.revisedAt ?? remark.receivedAt;
  return [
    codeRow(t('receipt.number'), remark.number),
    row(t('receipt.received-at'), visit.when(at, remark.zone)),
    codeRow(t('receipt.exact'), zonedText(at, remark.zone)),
    row(t('receipt.term'), remark.closeAt ? visit.until(remark.closeAt, remark.zone) : t('banner.term-not-started')),
    codeRow(t('receipt.hash'), remark.commitment),
    ...(remark.isSigned ? [row(t('signing.certificate'), t('receipt.signed'))] : []),
  ];
}

/** What the commitment is over, as its bytes: the third part of the preimage. */
export function committedOf(remark: RemarkOfReceipt): string {
  const { discussionId, number, kind, language, text, attachments, anchors } = remark;
  const proposedWording = remark.proposedWording ?? undefined;
  return committedJson({ discussionId, number, kind, language, text, proposedWording, attachments, anchors });
}
