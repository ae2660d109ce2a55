import { AnswerPreview, DecideRemarks, type RemarksInView } from '#lib/consideration';
import { DomainError } from '#lib/kernel';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { May } from '../../../rights/may.js';
import { addChoiceFault } from '../queue/choice-fault.js';
import type { OpenQueue } from '../queue/open-queue.js';
import { QueuePages } from '../queue/queue-pages.js';
import { formOfQuery, queueQuery } from '../queue/queue-search.js';
import { AnswersPages } from './answers-pages.js';
import { addDecisionFaults, decisionOf, typedDecision } from './decision-form.js';

/** One answer to chosen remarks: who is affected is shown first; all of them get it or none (REQ-44). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/answers`)
export class AnswersPage {
  constructor(
    private readonly queues: QueuePages,
    private readonly preview: AnswerPreview,
    private readonly pages: AnswersPages,
    private readonly decideRemarks: DecideRemarks,
  ) {}

  @Post()
  @May('remark.decide')
  async answer(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const form = new Form(body);
    const open = await this.queues.open(visit, id, formOfQuery(form.text('query')), officer);
    const errors = new FormErrors();
    const chosen = await this.queues.chosenBy(form, open).catch((error: unknown) => {
      if (!(error instanceof DomainError) || !addChoiceFault(error, errors, visit.t)) throw error;
      return [];
    });
    if (!errors.isEmpty) return this.queues.show(open, errors);
    const seen = await this.preview.ofRemarks(id, chosen, officer);
    const isAsked = form.text('decide') !== '' && !form.changesLanguage;
    if (!isAsked) return this.pages.show(open, form, seen);
    return (await this.decide(open, form, seen, errors)) ?? this.pages.show(open, form, seen, errors);
  }

  private async decide(
    { visit, discussion, officer, search }: OpenQueue,
    form: Form,
    { remarkIds }: RemarksInView,
    errors: FormErrors,
  ): Promise<PageAnswer | undefined> {
    const decision = decisionOf(typedDecision(form), errors, visit.t);
    if (!decision) return undefined;
    try {
      await this.decideRemarks.execute({ ...decision, remarkIds, seen: form.text('seen') }, officer);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'conflict') errors.add('means', visit.t('answers.changed'));
      else if (!addDecisionFaults(error, errors, visit.t)) throw error;
      return undefined;
    }
    const query = new URLSearchParams(queueQuery(search));
    query.set('done', 'answered');
    return visit.go(`officer/discussions/${discussion.id}/queue?${query.toString()}`);
  }
}
