import { RemarkByReceipt, type RemarkOfReceipt } from '#lib/discussion';
import { zonedText } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { noErrors, withErrors } from '../../pages-kit/form-errors.js';
import { codeRow, row } from '../../pages-kit/summary-row.js';
import type { CarriedForm } from '../../pages-kit/page-facts.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import { PublishedAnswers } from '../published-answers.js';
import { heldBack, type TypedObjection } from './held-back.js';
import { ownData } from './own-data.js';
import { type OwnRemarkModel, ownRemarkView } from './own-remark.view.js';
import { toRemember } from './receipt-facts.js';
import { sentFileRows } from './sent-files.js';

interface OwnRemarkVisit {
  readonly visit: PageVisit;
  readonly receipt: { readonly number: string; readonly secret: string };
  /** What was done by the form before. */
  readonly done?: string | null;
  readonly objection?: TypedObjection;
}

@Injectable()
export class OwnRemarkPages {
  constructor(
    private readonly remarks: RemarkByReceipt,
    private readonly answers: PublishedAnswers,
  ) {}

  /** With an objection that could not be taken the page answers 422. @throws ReceiptNotValid */
  async show({ visit, receipt, done = null, objection }: OwnRemarkVisit): Promise<PageAnswer> {
    const { secret } = receipt;
    const remark = await this.remarks.execute(receipt);
    const own = visit.to(`remarks/${remark.number}/${secret}`);
    const model: OwnRemarkModel = {
      ...(objection?.errors ? withErrors(objection.errors) : noErrors),
      ...ownRemarkFacts(remark, visit),
      held: heldBack(remark, own, visit, objection),
      done,
      data: ownData(remark, secret, visit),
      remember: toRemember(remark, secret, visit),
      answers: await this.answers.of(remark, visit.language),
      replaceHref: `${own}/replace`,
      withdrawAction: `${own}/withdraw`,
    };
    return visit.showForm(ownRemarkView, model, { title: model.heading, carried: objectionIn(model, objection) });
  }
}

/** The form that was sent, or the first there is. */
function objectionIn({ held }: OwnRemarkModel, typed?: TypedObjection): CarriedForm | undefined {
  const forms = held.flatMap(({ hidingId, form }) => (form ? [{ hidingId, address: form.action }] : []));
  const { hidingId, address } = forms.find((form) => form.hidingId === typed?.hidingId) ?? forms[0] ?? {};
  return address === undefined ? undefined : { id: `objection-${hidingId}`, address };
}

function ownRemarkFacts(remark: RemarkOfReceipt, visit: PageVisit) {
  const { t } = visit;
  const { zone, number, mayChange, state, revisedAt } = remark;
  return {
    back: { href: visit.to(`discussions/${remark.discussionId}`), text: t('receipt.to-draft') },
    heading: t('own.title', { number }),
    facts: [
      row(t('own.state'), t(`remark.state.${state}`)),
      row(t('own.kind'), t(remark.kind === 'REMARK' ? 'remark.kind.remark' : 'remark.kind.proposal')),
      row(t('receipt.received-at'), visit.when(remark.receivedAt, zone)),
      codeRow(t('receipt.exact'), zonedText(remark.receivedAt, zone)),
      ...(revisedAt ? [codeRow(t('own.replaced-at'), zonedText(revisedAt, zone))] : []),
      codeRow(t('receipt.hash'), remark.commitment),
      ...(remark.isSigned ? [row(t('signing.certificate'), t('receipt.signed'))] : []),
    ],
    files: sentFileRows(remark, visit),
    text: remark.text,
    textLanguage: remark.language,
    proposedWording: remark.proposedWording,
    waits: remark.waitsUntil && t('waiting.own', { when: visit.when(remark.waitsUntil, zone) }),
    mayChange,
    mayWithdraw: remark.mayWithdraw,
    signedNote: remark.isSigned && remark.mayWithdraw ? t('own.signed') : null,
    withdrawQuestion: t('remark.withdraw-confirm', { number }),
    closedNote: state === 'RECEIVED' && !remark.mayWithdraw ? t('own.closed') : null,
  };
}
