import { ConfirmGroupDecisions, DecideGroup } from '#lib/consideration';
import { DomainError } from '#lib/kernel';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { May } from '../../../rights/may.js';
import { groupNo } from '../../group-no.js';
import { addDecisionFaults, decisionOf, typedDecision } from './decision-form.js';
import { GroupAnswerPages, type OpenGroup } from './group-answer-pages.js';

/** One answer to a group: who is affected is shown first; all its remarks get it or none (REQ-44). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/groups/:no/answer`)
export class GroupAnswerPage {
  constructor(
    private readonly pages: GroupAnswerPages,
    private readonly decideGroup: DecideGroup,
    private readonly confirmDecisions: ConfirmGroupDecisions,
  ) {}

  @Get()
  @May('work.read')
  async show(
    @Visit() visit: PageVisit,
    @Param() { id, no }: Record<'id' | 'no', string>,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    return this.pages.show(await this.pages.open(visit, { id, no: groupNo(no) }, new Form(query), officer));
  }

  @Post()
  @May('remark.decide')
  async decide(
    @Visit() visit: PageVisit,
    @Param() { id, no }: Record<'id' | 'no', string>,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const form = new Form(body);
    const open = await this.pages.open(visit, { id, no: groupNo(no) }, form, officer);
    const typed = typedDecision(form);
    if (form.changesLanguage) return this.pages.show(open, typed);
    const inserted = await this.pages.inserted(open, typed);
    if (inserted) return this.pages.show(open, inserted);
    const errors = new FormErrors();
    if (await this.record(open, errors))
      return visit.go(`officer/discussions/${id}/groups/${open.no}/answer?done=answered`);
    return this.pages.show(open, typed, errors);
  }

  @Post('confirmation')
  @May('decision.confirm')
  async confirm(
    @Visit() visit: PageVisit,
    @Param() { id, no }: Record<'id' | 'no', string>,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.confirmDecisions.execute({ discussionId: id, no: groupNo(no) }, officer);
    return visit.go(`officer/discussions/${id}/groups/${groupNo(no)}/answer?done=stood`);
  }

  /** @returns whether the decision stands; otherwise `errors` say why not */
  private async record({ visit, id, no, officer, form }: OpenGroup, errors: FormErrors): Promise<boolean> {
    const typed = typedDecision(form);
    const decision = decisionOf(typed, errors, visit.t);
    if (!decision) return false;
    try {
      const input = { ...decision, discussionId: id, no, point: Number(typed.point), seen: form.text('seen') };
      await this.decideGroup.execute(input, officer);
      return true;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'conflict') errors.add('means', visit.t('answers.changed'));
      else if (Array.isArray(error.details['numbers'])) {
        errors.add(
          'means',
          visit.t('answers.split-apart', { numbers: (error.details['numbers'] as string[]).join(', ') }),
        );
      } else if (!addDecisionFaults(error, errors, visit.t)) throw error;
      return false;
    }
  }
}
