import { ConfirmEntry, RefuseEntry } from '#lib/discussion';
import { DraftTexts } from '#lib/drafting';
import { DomainError } from '#lib/kernel';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { FormErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { OwnEntries } from '../own-entries.js';
import { addEntryFaults } from './entry-faults.js';
import { type EntryFacts, entryModel } from './entry-model.js';
import { entryView } from './entry.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/entries/:entryId`)
export class EntryPage {
  constructor(
    private readonly own: OwnEntries,
    private readonly texts: DraftTexts,
    private readonly confirmEntry: ConfirmEntry,
    private readonly refuseEntry: RefuseEntry,
  ) {}

  @Get()
  @May('entry.read')
  async show(
    @Visit() visit: PageVisit,
    @Param() { id, entryId }: { id: string; entryId: string },
    @Officer() officer: OfficerActor,
    @Query('done') done?: string,
  ): Promise<PageAnswer> {
    const model = entryModel(await this.facts({ id, entryId, visit, officer, done: done ?? null }));
    return visit.show(entryView, model, { title: model.heading });
  }

  @Post('confirmation')
  @May('entry.settle')
  async confirm(
    @Visit() visit: PageVisit,
    @Param() { id, entryId }: { id: string; entryId: string },
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.confirmEntry.execute({ discussionId: id, entryId }, officer);
    return visit.go(`officer/discussions/${id}/entries/${entryId}`);
  }

  @Post('refusal')
  @May('entry.settle')
  async refuse(
    @Visit() visit: PageVisit,
    @Param() { id, entryId }: { id: string; entryId: string },
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const reason = new Form(body).text('reason');
    try {
      await this.refuseEntry.execute({ discussionId: id, entryId, reason }, officer);
      return visit.go(`officer/discussions/${id}/entries/${entryId}`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error;
      const errors = new FormErrors();
      addEntryFaults(error, errors, visit.t);
      const facts = await this.facts({ id, entryId, visit, officer, done: null });
      const model = entryModel({ ...facts, errors, typedReason: reason });
      return visit.showAgain(entryView, model, { title: model.heading });
    }
  }

  private async facts({
    id,
    entryId,
    ...asked
  }: Pick<EntryFacts, 'visit' | 'officer' | 'done'> & { id: string; entryId: string }): Promise<EntryFacts> {
    const discussion = await this.own.discussion(id, asked.officer);
    const entry = await this.own.of(id, entryId, asked.officer);
    const { clauses } = await this.texts.byVersion(discussion.versionId);
    return { ...asked, discussion, entry, clauses };
  }
}
