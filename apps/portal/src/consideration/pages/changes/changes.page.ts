import { may } from '#lib/identity';
import {
  changeNatures,
  ChangeTrace,
  GroupingProgress,
  type OwnInitiativeFault,
  StateOwnInitiative,
} from '#lib/consideration';
import { DomainError } from '#lib/kernel';
import { isMessageKey, type Translate } from '#lib/localisation';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { May } from '../../../rights/may.js';
import { Changeable } from '../../changeable.js';
import { OwnDiscussion } from '../../own-discussion.js';
import { doneMessage } from '../done-message.js';
import { changesModel } from './changes-model.js';
import { changesView, type TypedInitiative } from './changes.view.js';

interface Shown {
  readonly chosen: string;
  readonly typed?: TypedInitiative;
  readonly errors?: FormErrors;
  readonly done: string | null;
}

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/changes`)
export class ChangesPage {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly changeable: Changeable,
    private readonly trace: ChangeTrace,
    private readonly progress: GroupingProgress,
    private readonly stateOwnInitiative: StateOwnInitiative,
  ) {}

  @Get()
  @May('work.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const form = new Form(query);
    return this.answer(visit, id, officer, {
      chosen: form.text('clause'),
      done: doneMessage(form.text('done'), visit.t),
    });
  }

  /** Says why a clause was changed that no accepted point asked for (AMB-14, REQ-76). */
  @Post()
  @May('change.explain')
  async explain(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const form = new Form(body);
    const clause = form.text('clause');
    const typed = { nature: form.text('nature'), reasonKk: form.text('reasonKk'), reasonRu: form.text('reasonRu') };
    if (form.changesLanguage) return this.answer(visit, id, officer, { chosen: clause, typed, done: null });
    const nature = changeNatures.find((each) => each === typed.nature);
    const errors = new FormErrors();
    if (!nature) errors.add('nature', visit.t('changes.nature-missing'));
    try {
      if (nature) {
        await this.stateOwnInitiative.execute({ discussionId: id, clause, ...typed, nature }, officer);
        return visit.go(`officer/discussions/${id}/changes?done=explained`);
      }
    } catch (error) {
      if (!(error instanceof DomainError) || !addFaults(error, errors, visit.t)) throw error;
    }
    return this.answer(visit, id, officer, { chosen: clause, typed, errors, done: null });
  }

  private async answer(visit: PageVisit, id: string, officer: OfficerActor, shown: Shown): Promise<PageAnswer> {
    const discussion = await this.discussions.of(id, officer);
    const model = changesModel({
      ...shown,
      visit,
      discussion,
      changes: discussion.state === 'CLOSED' ? await this.trace.of(id, officer) : [],
      changeable: await this.changeable.of(discussion),
      mayExplain: may(officer, 'change.explain') && (await this.progress.of(id, officer)).isOpen,
    });
    const isOpen = model.changes.some(({ form }) => form !== null);
    const carried = isOpen ? { carried: { id: 'initiative', address: model.action } } : {};
    return visit.showForm(changesView, model, { title: visit.t('changes.title'), ...carried });
  }
}

function addFaults({ code, details }: DomainError, errors: FormErrors, t: Translate): boolean {
  if (code !== 'invalid-input' || !Array.isArray(details['faults'])) return false;
  for (const { field, fault, least = 0 } of details['faults'] as OwnInitiativeFault[]) {
    const key = `changes.fault-${fault}`;
    errors.add(field, isMessageKey(key) ? t(key, { least }) : t('error.invalid-input'));
  }
  return !errors.isEmpty;
}
