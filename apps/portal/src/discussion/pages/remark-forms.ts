import type { DiscussionDetails } from '#lib/discussion';
import { DraftTexts } from '#lib/drafting';
import type { SenderPass } from '#lib/identity';
import { Injectable } from '@nestjs/common';
import type { Html } from '../../pages-kit/answer.js';
import type { FormErrors } from '../../pages-kit/form-errors.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import { ConfirmedSenders } from './confirmed-sender.js';
import { addConfirmationFault } from './remark-faults.js';
import { type TypedRemark, untouched } from './remark-form.js';
import type { FilledRemark } from './remark-steps/filled-remark.js';
import { formFaults } from './remark-steps/form-faults.js';
import { addressesFrom, type StepFacts, stepModel } from './remark-steps/step-model.js';
import { stepView } from './remark-steps/step.view.js';

interface Facts extends Omit<StepFacts, 'clauses' | 'confirmation'> {
  /** Of a page with faults; 422 unless said. */
  readonly status?: number;
  /** The provider has just confirmed nobody. */
  readonly isRefused?: boolean;
  /** The confirmation has just been given up. */
  readonly isForgotten?: boolean;
}

/** The form for a new remark, page by page, with the clauses of its draft and with what confirms its sender. */
@Injectable()
export class RemarkForms {
  constructor(
    private readonly texts: DraftTexts,
    private readonly senders: ConfirmedSenders,
  ) {}

  async show(facts: Facts): Promise<Html> {
    const { visit, discussion, step, typed, errors, personal, isRefused = false, isForgotten = false } = facts;
    const { clauses } = await this.texts.byVersion(discussion.versionId);
    const confirmation = this.senders.forForm(visit, discussion, {
      isRefused,
      isForgotten,
      isFilled: step !== 'parts' || typed.text !== '',
    });
    const model = stepModel({ ...facts, clauses, confirmation });
    const page = personal ? visit.t('privacy.warning-title') : model.heading;
    const title = visit.t('steps.title', { page, form: visit.t('remark.title') });
    const about = { title, carried: { id: 'remark', address: addressesFrom(facts)(step) } };
    if (!errors || errors.isEmpty) return visit.show(stepView(step), model, about);
    return visit.showAgain(stepView(step), model, about, facts.status);
  }

  /** Everything that is wrong with what is typed so far. */
  async faults(
    filled: Omit<FilledRemark, 'form'>,
    discussion: DiscussionDetails,
    visit: PageVisit,
  ): Promise<FormErrors> {
    const { clauses } = await this.texts.byVersion(discussion.versionId);
    const errors = formFaults(filled, discussion, clauses, visit);
    const fault = this.senders.faultOf(visit, discussion, filled.typed.email);
    if (fault) addConfirmationFault(fault, errors, visit.t);
    return errors;
  }

  /** Where the sender is confirmed before the form is shown; undefined when there is no need. */
  gateOf(visit: PageVisit, discussion: DiscussionDetails): string | undefined {
    return this.senders.gateOf(visit, discussion);
  }

  /** A form nobody has typed in yet, with the address that was confirmed for this discussion. */
  untouched(visit: PageVisit, { id }: DiscussionDetails, clause?: string): TypedRemark {
    const pass = this.senders.of(visit);
    const typed = untouched(clause);
    return pass?.kind === 'email' && pass.discussionId === id ? { ...typed, email: pass.address } : typed;
  }

  confirmedBy(visit: PageVisit): { readonly confirmedBy?: SenderPass } {
    const confirmedBy = this.senders.of(visit);
    return confirmedBy ? { confirmedBy } : {};
  }
}
