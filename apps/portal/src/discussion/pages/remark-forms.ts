import type { DiscussionDetails } from '#lib/discussion';
import { DraftTexts } from '#lib/drafting';
import type { ConfirmedSender } from '#lib/identity';
import { Injectable } from '@nestjs/common';
import type { Html } from '../../pages-kit/answer.js';
import type { FormErrors } from '../../pages-kit/form-errors.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import { ConfirmedSenders } from './confirmed-sender.js';
import type { FilledRemark } from './remark-steps/filled-remark.js';
import { formFaults } from './remark-steps/form-faults.js';
import { type StepFacts, stepModel } from './remark-steps/step-model.js';
import { stepView } from './remark-steps/step.view.js';

interface Facts extends Omit<StepFacts, 'clauses' | 'confirmation'> {
  /** Of a page with faults; 422 unless said. */
  readonly status?: number;
  /** The provider has just confirmed nobody. */
  readonly isRefused?: boolean;
  /** The confirmation has just been given up. */
  readonly isForgotten?: boolean;
}

/** The form for a new remark, page by page, with the clauses of its draft and with what the identity provider said of its sender. */
@Injectable()
export class RemarkForms {
  constructor(
    private readonly texts: DraftTexts,
    private readonly senders: ConfirmedSenders,
  ) {}

  async show(facts: Facts): Promise<Html> {
    const { visit, discussion, step, errors, personal, isRefused = false, isForgotten = false } = facts;
    const { clauses } = await this.texts.byVersion(discussion.versionId);
    const confirmation = this.senders.forForm(visit, discussion.id, { isRefused, isForgotten });
    const model = stepModel({ ...facts, clauses, confirmation });
    const page = personal ? visit.t('privacy.warning-title') : model.heading;
    const title = visit.t('steps.title', { page, form: visit.t('remark.title') });
    if (!errors || errors.isEmpty) return visit.show(stepView(step), model, { title });
    return visit.showAgain(stepView(step), model, { title }, facts.status);
  }

  /** Everything that is wrong with what is typed so far. */
  async faults(
    filled: Omit<FilledRemark, 'form'>,
    discussion: DiscussionDetails,
    visit: PageVisit,
  ): Promise<FormErrors> {
    const { clauses } = await this.texts.byVersion(discussion.versionId);
    return formFaults(filled, discussion, clauses, visit);
  }

  confirmedBy(visit: PageVisit): { readonly confirmedBy?: ConfirmedSender } {
    const confirmedBy = this.senders.of(visit);
    return confirmedBy ? { confirmedBy } : {};
  }
}
