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
    return entryPage(await this.facts({ id, entryId, visit, officer, done: done ?? null }));
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
    const form = new Form(body);
    const reason = form.text('reason');
    const asked = { id, entryId, visit, officer, done: null };
    if (form.changesLanguage) return entryPage({ ...(await this.facts(asked)), typedReason: reason });
    try {
      await this.refuseEntry.execute({ discussionId: id, entryId, reason }, officer);
      return visit.go(`officer/discussions/${id}/entries/${entryId}`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error;
      const errors = new FormErrors();
      addEntryFaults(error, errors, visit.t);
      return entryPage({ ...(await this.facts(asked)), errors, typedReason: reason });
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

function entryPage(facts: EntryFacts): PageAnswer {
  const model = entryModel(facts);
  const carried = model.refusal ? { carried: { id: 'refusal', address: model.refusal.action } } : {};
  return facts.visit.showForm(entryView, model, { title: model.heading, ...carried });
}
