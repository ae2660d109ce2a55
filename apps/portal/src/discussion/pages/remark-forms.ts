import type { DiscussionDetails } from '#lib/discussion';
import { DraftTexts } from '#lib/drafting';
import type { SenderPass } from '#lib/identity';
import { Injectable } from '@nestjs/common';
import type { PageVisit } from '../../pages-kit/visit.js';
import { ConfirmedSenders, type FormStanding } from './confirmed-sender.js';
import { type TypedRemark, untouched } from './remark-form.js';
import { type FormFacts, remarkFormModel } from './remark-form-model.js';
import type { RemarkFormModel } from './remark-form.view.js';

type Facts = Omit<FormFacts, 'clauses' | 'discussion' | 'confirmation'> & { readonly discussion: DiscussionDetails };

/** The form for a new remark with the clauses of its draft and with what confirms its sender. */
@Injectable()
export class RemarkForms {
  constructor(
    private readonly texts: DraftTexts,
    private readonly senders: ConfirmedSenders,
  ) {}

  async model(facts: Facts, standing: FormStanding = {}): Promise<RemarkFormModel> {
    const { clauses } = await this.texts.byVersion(facts.discussion.versionId);
    const confirmation = this.senders.forForm(facts.visit, facts.discussion, standing);
    return remarkFormModel({ ...facts, clauses, confirmation });
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
