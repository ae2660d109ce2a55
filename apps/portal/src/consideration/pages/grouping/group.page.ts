import { ChooseRepresentative, DissolveGroup, LeaveGroup } from '#lib/consideration';
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
import { addGroupFaults } from './group-faults.js';
import { type GroupAsked, GroupPageModels } from './group-page-models.js';
import { dissolveView, groupView } from './group.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/groups/:no`)
export class GroupPage {
  constructor(
    private readonly models: GroupPageModels,
    private readonly leaveGroup: LeaveGroup,
    private readonly chooseRepresentative: ChooseRepresentative,
    private readonly dissolveGroup: DissolveGroup,
  ) {}

  @Get()
  @May('work.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Param('no') no: string,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const model = await this.models.of(visit, { id, no: groupNo(no), officer, query });
    return visit.show(groupView, model, { title: model.heading });
  }

  @Post('leave')
  @May('remarks.group')
  leave(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const asked = { id, no: groupNo(no), officer };
    const input = { discussionId: id, no: asked.no, number: new Form(body).text('number') };
    return this.change(visit, asked, 'left', () => this.leaveGroup.execute(input, officer));
  }

  @Post('representative')
  @May('remarks.group')
  represent(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const asked = { id, no: groupNo(no), officer };
    const input = { discussionId: id, no: asked.no, number: new Form(body).text('number') };
    return this.change(visit, asked, 'represented', () => this.chooseRepresentative.execute(input, officer));
  }

  @Get('dissolve')
  @May('remarks.group')
  async askToDissolve(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Param('no') no: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const model = await this.models.dissolving(visit, { id, no: groupNo(no), officer });
    return visit.show(dissolveView, model, { title: model.heading });
  }

  @Post('dissolve')
  @May('remarks.group')
  async dissolve(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const asked = { id, no: groupNo(no), officer };
    try {
      const seen = new Form(body).text('seen');
      await this.dissolveGroup.execute({ discussionId: id, no: asked.no, seen }, officer);
      return visit.go(`officer/discussions/${id}/groups?show=confirmed&done=dissolved`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'conflict') throw error;
      const errors = new FormErrors();
      errors.add('means', visit.t('grouping.changed'));
      const model = await this.models.dissolving(visit, { ...asked, errors });
      return visit.showAgain(dissolveView, model, { title: model.heading }, 409);
    }
  }

  private async change(
    visit: PageVisit,
    asked: GroupAsked,
    done: string,
    act: () => Promise<void>,
  ): Promise<PageAnswer> {
    try {
      await act();
      return visit.go(`officer/discussions/${asked.id}/groups/${asked.no}?done=${done}`);
    } catch (error) {
      const errors = new FormErrors();
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'wrong-state' && 'no' in error.details) errors.add('members', visit.t('grouping.last-pair'));
      else if (!addGroupFaults(error, 'members', errors, visit.t)) throw error;
      const model = await this.models.of(visit, { ...asked, errors });
      return visit.showAgain(groupView, model, { title: model.heading });
    }
  }
}
