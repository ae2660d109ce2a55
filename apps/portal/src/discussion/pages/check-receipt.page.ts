import { CheckReceipt, type ReceiptCheck } from '#lib/discussion';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { asks, Limited } from '../../limits/limited.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { type FormModel, FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { codeRow, row, type SummaryRow } from '../../pages-kit/summary-row.js';
import { view } from '../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';

export interface CheckReceiptModel extends FormModel {
  readonly number: string;
  readonly commitment: string;
  readonly found: {
    readonly sentence: string;
    readonly type?: 'success';
    readonly facts: readonly SummaryRow[];
  } | null;
}

const checkReceiptView = view<CheckReceiptModel>('discussion/check-receipt');

@ApiExcludeController()
@Controller(`${LANGUAGE}/receipts`)
export class CheckReceiptPage {
  constructor(private readonly checkReceipt: CheckReceipt) {}

  @Get()
  @Public()
  @Limited('receipt-check', asks('number'))
  async check(@Visit() visit: PageVisit, @Query() query: object): Promise<PageAnswer> {
    const form = new Form(query);
    const typed = { number: form.text('number'), commitment: form.text('commitment').toLowerCase() };
    const title = visit.t('receipt.check-title');
    if (!typed.number) return visit.show(checkReceiptView, { ...typed, found: null, ...noErrors }, { title });
    const check = await this.checkReceipt.execute({ number: typed.number.slice(0, 100) });
    const errors = new FormErrors();
    if (!check.found) errors.add('number', visit.t('receipt.check-unknown'));
    else if (typed.commitment && !check.commitments.includes(typed.commitment)) {
      errors.add('commitment', visit.t('receipt.check-differs'));
    }
    const found = check.found && errors.isEmpty ? foundModel(check, visit) : null;
    const model = { ...typed, found, ...withErrors(errors) };
    return errors.isEmpty
      ? visit.show(checkReceiptView, model, { title })
      : visit.showAgain(checkReceiptView, model, { title }, check.found ? 422 : 404);
  }
}

type Found = Extract<ReceiptCheck, { found: true }>;

function foundModel(check: Found, visit: PageVisit): CheckReceiptModel['found'] {
  const { t } = visit;
  return {
    sentence: check.isLate ? t('receipt.late') : t('receipt.check-found'),
    ...(check.isLate ? {} : { type: 'success' }),
    facts: [
      codeRow(t('receipt.number'), check.number),
      codeRow(t('receipt.received-at'), check.receivedAtLocal),
      ...(check.state ? [row(t('own.state'), t(`remark.state.${check.state}`))] : []),
      ...check.commitments.map((commitment) => codeRow(t('receipt.hash'), commitment)),
    ],
  };
}
