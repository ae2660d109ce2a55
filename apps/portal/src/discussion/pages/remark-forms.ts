import type { DiscussionDetails } from '#lib/discussion';
import { DraftTexts } from '#lib/drafting';
import type { ConfirmedSender } from '#lib/identity';
import { Injectable } from '@nestjs/common';
import type { PageVisit } from '../../pages-kit/visit.js';
import { ConfirmedSenders } from './confirmed-sender.js';
import { type FormFacts, remarkFormModel } from './remark-form-model.js';
import type { RemarkFormModel } from './remark-form.view.js';

type Facts = Omit<FormFacts, 'clauses' | 'discussion' | 'confirmation'> & { readonly discussion: DiscussionDetails };

/** The form for a new remark with the clauses of its draft and with what the identity provider said of its sender. */
@Injectable()
export class RemarkForms {
  constructor(
    private readonly texts: DraftTexts,
    private readonly senders: ConfirmedSenders,
  ) {}

  /** @param isRefused the provider has just confirmed nobody */
  async model(facts: Facts, isRefused = false): Promise<RemarkFormModel> {
    const { clauses } = await this.texts.byVersion(facts.discussion.versionId);
    const confirmation = this.senders.forForm(facts.visit, facts.discussion.id, isRefused);
    return remarkFormModel({ ...facts, clauses, confirmation });
  }

  confirmedBy(visit: PageVisit): { readonly confirmedBy?: ConfirmedSender } {
    const confirmedBy = this.senders.of(visit);
    return confirmedBy ? { confirmedBy } : {};
  }
}
