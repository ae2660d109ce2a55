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
import { addChoiceFault } from './choice-fault.js';
import { QueueActs } from './queue-acts.js';
import { QueuePages } from './queue-pages.js';
import { formOfQuery, queueQuery } from './queue-search.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/queue`)
export class QueuePage {
  constructor(
    private readonly pages: QueuePages,
    private readonly acts: QueueActs,
  ) {}

  @Get()
  @May('work.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    return this.pages.show(await this.pages.open(visit, id, new Form(query), officer));
  }

  /** Work with chosen remarks: all of them or none. */
  @Post()
  @May('work.share')
  async work(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const form = new Form(body);
    const search = formOfQuery(form.text('query'));
    const open = await this.pages.open(visit, id, search, officer);
    const errors = new FormErrors();
    const chosen = await this.pages.chosenBy(form, open).catch((error: unknown) => {
      if (!(error instanceof DomainError) || !addChoiceFault(error, errors, visit.t)) throw error;
      return [];
    });
    const done = errors.isEmpty && (await this.acts.carryOut(form, chosen, officer, { errors, t: visit.t }));
    if (!done) return this.pages.show(open, errors);
    const query = new URLSearchParams(queueQuery(search));
    query.set('done', done);
    return visit.go(`officer/discussions/${id}/queue?${query.toString()}`);
  }
}
