import { DecideRemark, MarkMentionsRead } from '#lib/consideration';
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
import { addDecisionFaults, decisionOf, typedDecision } from '../answer/decision-form.js';
import { withQueue } from '../queue/queue-search.js';
import { RemarkPages } from './remark-pages.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/remarks/:number`)
export class RemarkPage {
  constructor(
    private readonly pages: RemarkPages,
    private readonly decideRemark: DecideRemark,
    private readonly markRead: MarkMentionsRead,
  ) {}

  @Get()
  @May('work.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const open = await this.pages.open(visit, number, new Form(query), officer);
    await this.markRead.execute(open.reading.remark.id, officer);
    return this.pages.show(open);
  }

  @Post()
  @May('remark.decide')
  async decide(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const form = new Form(body);
    const open = await this.pages.open(visit, number, form, officer);
    const typed = typedDecision(form);
    if (form.changesLanguage) return this.pages.show(open, { typed });
    const inserted = await this.pages.inserted(open, typed);
    if (inserted) return this.pages.show(open, { typed: inserted });
    const errors = new FormErrors();
    const decision = decisionOf(typed, errors, visit.t);
    const { remark } = open.reading;
    try {
      if (decision) {
        await this.decideRemark.execute({ remarkId: remark.id, ...decision, point: Number(typed.point) }, officer);
        return visit.go(withQueue(`officer/remarks/${remark.number}?done=decided`, open.queue));
      }
    } catch (error) {
      if (!(error instanceof DomainError) || !addDecisionFaults(error, errors, visit.t)) throw error;
    }
    return this.pages.show(open, { typed, errors });
  }
}
