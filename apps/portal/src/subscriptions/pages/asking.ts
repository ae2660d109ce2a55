import { DomainError } from '#lib/kernel';
import { AskSubscription, type Subject } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import type { PageAnswer } from '../../pages-kit/answer.js';
import type { Form } from '../../pages-kit/form.js';
import { FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import { type AskModel, askView } from './ask.view.js';

/** What a page says besides the form. */
export type AskFrame = Omit<AskModel, 'errors' | 'faults' | 'email' | 'isAsked'>;

/** The form by which letters are asked for, the same for a draft and a body. */
@Injectable()
export class Asking {
  constructor(private readonly askSubscription: AskSubscription) {}

  show(visit: PageVisit, frame: AskFrame): PageAnswer {
    return page(visit, { ...frame, ...noErrors, email: '', isAsked: false });
  }

  /** The same answer whether or not a letter goes, and whether or not the address is known. */
  async ask(visit: PageVisit, frame: AskFrame, form: Form, subject: Subject): Promise<PageAnswer> {
    const address = form.text('email');
    if (form.changesLanguage) return page(visit, { ...frame, ...noErrors, email: address, isAsked: false });
    try {
      await this.askSubscription.execute({ ...subject, address, language: visit.language });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error;
      const errors = new FormErrors();
      const field = visit.t('remark.email');
      errors.add('email', address === '' ? visit.t('form.required', { field }) : visit.t('form.email-wrong'));
      return page(visit, { ...frame, ...withErrors(errors), email: address, isAsked: false });
    }
    return page(visit, { ...frame, ...noErrors, email: '', isAsked: true });
  }
}

function page(visit: PageVisit, model: AskModel): PageAnswer {
  const hasForm = !model.isAsked && !model.isOver;
  const carried = hasForm ? { carried: { id: 'letters', address: model.action } } : {};
  return visit.showForm(askView, model, { title: model.title, ...carried });
}
