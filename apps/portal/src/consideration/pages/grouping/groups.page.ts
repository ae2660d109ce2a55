import { GroupRemarks, RequestGrouping } from '#lib/consideration';
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
import { addGroupFaults, typedNumbers } from './group-faults.js';
import { GroupModels, type GroupsAsked } from './group-models.js';
import { groupsView } from './groups.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/groups`)
export class GroupsPage {
  constructor(
    private readonly models: GroupModels,
    private readonly requestGrouping: RequestGrouping,
    private readonly groupRemarks: GroupRemarks,
  ) {}

  @Get()
  @May('work.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    return this.page({ visit, id, officer, query });
  }

  @Post('search')
  @May('remarks.group')
  async search(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.requestGrouping.execute(id, officer);
    return visit.go(`officer/discussions/${id}/groups`);
  }

  /** A group of numbers an officer has typed. */
  @Post()
  @May('remarks.group')
  async make(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const form = new Form(body);
    const typed = { numbers: form.text('numbers'), joins: form.text('joins') };
    const shown = { visit, id, officer, query: { show: 'confirmed' }, typed };
    if (form.changesLanguage) return this.page(shown);
    const joins = typed.joins === '' ? undefined : groupNo(typed.joins);
    try {
      const input = { discussionId: id, numbers: typedNumbers(typed.numbers), joins };
      const { no } = await this.groupRemarks.execute(input, officer);
      return visit.go(`officer/discussions/${id}/groups/${no}?done=confirmed`);
    } catch (error) {
      const errors = new FormErrors();
      if (!(error instanceof DomainError) || !this.name(error, errors, joins, visit)) throw error;
      return this.page({ ...shown, errors });
    }
  }

  private async page({ visit, ...asked }: GroupsAsked & { visit: PageVisit }): Promise<PageAnswer> {
    const model = await this.models.of(visit, asked);
    const hasForm = model.isConfirmed && model.mayGroup;
    const carried = hasForm ? { carried: { id: 'by-hand', address: model.makeAction } } : {};
    return visit.showForm(groupsView, model, { title: visit.t('grouping.title'), ...carried });
  }

  /** @returns whether the form can say what was wrong */
  private name(error: DomainError, errors: FormErrors, joins: number | undefined, { t }: PageVisit): boolean {
    if (error.code === 'not-found' && joins !== undefined && 'no' in error.details) {
      errors.add('joins', t('grouping.join-unknown'));
      return true;
    }
    return addGroupFaults(error, 'numbers', errors, t);
  }
}
