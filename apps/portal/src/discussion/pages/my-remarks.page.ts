import { ReceiptNotValid, RemarkByReceipt, remarkStates } from '#lib/discussion';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Limited } from '../../limits/limited.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { FormErrors, type FormModel, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { view } from '../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';

export interface MyRemarksModel extends FormModel {
  readonly action: string;
  readonly receipt: string;
  readonly secret: string;
  /** For the script that lists what this browser remembers: the name of each state as JSON. */
  readonly states: string;
}

const myRemarksView = view<MyRemarksModel>('discussion/my-remarks');

/** A link of a receipt, in whatever it was copied with. */
const LINK = /\/remarks\/([\w-]+)\/([\w-]+)/;

/**
 * The receipts that a sender remembers in the own browser, and the way to a remark by a receipt where no script runs. No list of
 * them is on the server, and a secret that is typed here stands in no address but that of its own remark.
 */
@ApiExcludeController()
@Controller(`${LANGUAGE}/my-remarks`)
export class MyRemarksPage {
  constructor(private readonly remarks: RemarkByReceipt) {}

  @Get()
  @Public()
  show(@Visit() visit: PageVisit): PageAnswer {
    return page(visit, { receipt: '', secret: '' });
  }

  @Post()
  @Public()
  @Limited('receipt-check')
  async open(@Visit() visit: PageVisit, @Body() body: unknown): Promise<PageAnswer> {
    const form = new Form(body);
    const typed = { receipt: form.text('receipt'), secret: form.text('secret') };
    if (form.changesLanguage) return page(visit, typed);
    const [, number = typed.receipt, secret = typed.secret] = LINK.exec(typed.receipt) ?? [];
    const errors = new FormErrors();
    if (!number) errors.add('receipt', visit.t('mine.receipt-missing'));
    else if (!secret) errors.add('secret', visit.t('mine.secret-missing'));
    else {
      try {
        const remark = await this.remarks.execute({ number, secret });
        return visit.go(`remarks/${remark.number}/${secret}`);
      } catch (error) {
        if (!(error instanceof ReceiptNotValid)) throw error;
        errors.add('receipt', visit.t('error.receipt-not-valid'));
      }
    }
    return page(visit, typed, errors);
  }
}

function page(visit: PageVisit, typed: Pick<MyRemarksModel, 'receipt' | 'secret'>, errors?: FormErrors): PageAnswer {
  const model = { ...(errors ? withErrors(errors) : noErrors), ...pageFacts(visit), ...typed };
  const carried = { id: 'receipt-of', address: model.action };
  return visit.showForm(myRemarksView, model, { title: visit.t('mine.title'), carried });
}

const pageFacts = (visit: PageVisit): Pick<MyRemarksModel, 'action' | 'states'> => ({
  action: visit.to('my-remarks'),
  states: JSON.stringify(Object.fromEntries(remarkStates.map((state) => [state, visit.t(`remark.state.${state}`)]))),
});
