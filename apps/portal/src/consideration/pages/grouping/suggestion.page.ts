import { ConfirmGroup, DismissSuggestion, SuggestionChanged } from '#lib/consideration';
import { readRemarkNumber } from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { ChangesLanguage } from '../../../pages-kit/changes-language.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import type { PageFacts } from '../../../pages-kit/page-facts.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { May } from '../../../rights/may.js';
import { addGroupFaults, typedNumbers } from './group-faults.js';
import { type SuggestionAsked, SuggestionModels } from './suggestion-models.js';
import { type SuggestionModel, suggestionView } from './suggestion.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/groups/suggestions/:suggestionId`)
export class SuggestionPage {
  constructor(
    private readonly models: SuggestionModels,
    private readonly confirmGroup: ConfirmGroup,
    private readonly dismissSuggestion: DismissSuggestion,
  ) {}

  @Get()
  @May('work.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Param('suggestionId') suggestionId: string,
    @Officer() officer: OfficerActor,
    @Query('after') after?: string,
  ): Promise<PageAnswer> {
    const asked = { id, suggestionId, officer, leftOut: [], ...(after ? { after } : {}) };
    return this.page(visit, asked);
  }

  /** Confirms, dismisses, or only goes on to the next page with what was unticked so far. */
  @Post()
  @ChangesLanguage()
  @May('remarks.group')
  async decide(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Param('suggestionId') suggestionId: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const form = new Form(body);
    const leftOut = leftOutOf(form);
    const asked = { id, suggestionId, officer, leftOut };
    if (form.changesLanguage) return this.page(visit, { ...asked, after: form.optional('after') });
    const step = form.oneOf('step', ['next', 'confirm', 'dismiss']) ?? (form.text('next') ? 'next' : 'confirm');
    if (step === 'next') return this.page(visit, { ...asked, after: form.optional('next') });
    return this.settle(visit, asked, step, form.text('seen'));
  }

  private async settle(
    visit: PageVisit,
    asked: SuggestionAsked,
    step: 'confirm' | 'dismiss',
    seen: string,
  ): Promise<PageAnswer> {
    const { id: discussionId, suggestionId, officer, leftOut } = asked;
    try {
      if (step === 'dismiss') {
        await this.dismissSuggestion.execute({ discussionId, suggestionId, seen }, officer);
        return visit.go(`officer/discussions/${discussionId}/groups?done=dismissed`);
      }
      const input = { discussionId, suggestionId, seen, leaveOut: leftOut };
      const { no } = await this.confirmGroup.execute(input, officer);
      return visit.go(`officer/discussions/${discussionId}/groups/${no}?done=confirmed`);
    } catch (error) {
      return this.showAgain(visit, asked, error);
    }
  }

  /** The suggestion as it is now, with what was wrong; the list when it is no more. */
  private async showAgain(visit: PageVisit, asked: SuggestionAsked, error: unknown): Promise<PageAnswer> {
    const errors = new FormErrors();
    const isChanged = error instanceof SuggestionChanged;
    if (isChanged) errors.add('members', visit.t('grouping.changed'));
    else if (!(error instanceof DomainError) || !addGroupFaults(error, 'leaveOut', errors, visit.t)) throw error;
    const model = await this.models.of(visit, { ...asked, errors }).catch((gone: unknown) => {
      if (!isChanged || !(gone instanceof DomainError) || gone.code !== 'not-found') throw gone;
    });
    if (!model) return visit.go(`officer/discussions/${asked.id}/groups?done=changed`);
    return visit.showAgain(suggestionView, model, factsOf(model, visit), isChanged ? 409 : 422);
  }

  private async page(visit: PageVisit, asked: SuggestionAsked): Promise<PageAnswer> {
    const model = await this.models.of(visit, asked);
    return visit.show(suggestionView, model, factsOf(model, visit));
  }
}

const factsOf = ({ mayGroup, action }: SuggestionModel, { t }: PageVisit): PageFacts => ({
  title: t('grouping.suggestion-title'),
  ...(mayGroup ? { carried: { id: 'suggestion', address: action } } : {}),
});

/** What was typed, and what is unticked of the remarks the page showed. */
function leftOutOf(form: Form): string[] {
  const kept = new Set(form.list('keep'));
  const unticked = typedNumbers(form.text('shown')).filter((number) => !kept.has(number));
  const typed = typedNumbers(form.text('leaveOut')).map((number) => readRemarkNumber(number) ?? number);
  return [...new Set([...typed, ...unticked])];
}
