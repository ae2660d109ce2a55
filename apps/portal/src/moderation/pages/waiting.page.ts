import { type ReadText, ReleaseRemarks, WaitingRemarks } from '#lib/discussion';
import { DomainError, pageRequest } from '#lib/kernel';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OwnDiscussion } from '../../consideration/own-discussion.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { FormErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { readTextOf, waitingModel } from './waiting-model.js';
import { waitingView } from './waiting.view.js';

const SIZE = 50;

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/waiting`)
export class WaitingPage {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly waiting: WaitingRemarks,
    private readonly releaseRemarks: ReleaseRemarks,
  ) {}

  @Get()
  @May('hiding.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
    @Query() query: object,
  ): Promise<PageAnswer> {
    const search = new Form(query);
    const released = search.optional('released');
    const after = search.optional('after');
    return this.list({
      visit,
      id,
      officer,
      after,
      released: released === undefined ? undefined : Number(released) || 0,
    });
  }

  /** First what was chosen is shown once more; the second time it becomes public. */
  @Post()
  @May('hiding.propose')
  async release(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const discussion = await this.discussions.of(id, officer);
    const form = new Form(body);
    const chosen = form.list('texts').flatMap((value) => readTextOf(value) ?? []);
    const errors = new FormErrors();
    if (chosen.length === 0) errors.add('texts', visit.t('waiting.none-chosen'));
    else if (form.text('act') === 'release') {
      const released = await this.released(id, chosen, officer, errors, visit);
      if (released !== undefined) return visit.go(`officer/discussions/${id}/waiting?released=${released}`);
    }
    if (!errors.isEmpty) return this.list({ visit, id, officer, errors });
    const texts = await this.waiting.chosen(
      id,
      chosen.map(({ number }) => number),
    );
    const model = waitingModel({ visit, discussion, officer, texts, isPreview: true });
    return visit.show(waitingView, model, { title: model.heading });
  }

  private async released(
    discussionId: string,
    texts: readonly ReadText[],
    officer: OfficerActor,
    errors: FormErrors,
    visit: PageVisit,
  ): Promise<number | undefined> {
    try {
      return await this.releaseRemarks.execute({ discussionId, texts }, officer);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'conflict') throw error;
      const numbers = (error.details['numbers'] as readonly string[]).join(', ');
      errors.add('texts', visit.t('waiting.replaced', { numbers }));
      return undefined;
    }
  }

  private async list({ visit, id, officer, after, errors, released }: Listing): Promise<PageAnswer> {
    const discussion = await this.discussions.of(id, officer);
    const { items: texts, next } = await this.waiting.of(id, pageRequest(SIZE, after));
    const model = waitingModel({ visit, discussion, officer, texts, isPreview: false, errors, next, after, released });
    const facts = { title: model.heading };
    return errors ? visit.showAgain(waitingView, model, facts) : visit.show(waitingView, model, facts);
  }
}

interface Listing {
  readonly visit: PageVisit;
  readonly id: string;
  readonly officer: OfficerActor;
  readonly after?: string;
  readonly errors?: FormErrors;
  readonly released?: number;
}
