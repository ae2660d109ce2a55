import { SplitGroup } from '#lib/consideration';
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
import { GroupAnswerPages, type OpenGroup } from '../answer/group-answer-pages.js';
import { pointsPage, typedSplit } from './points-model.js';
import { addSplitFaults } from './split-faults.js';

/** Splitting all remarks of a group into the same points (REQ-44, REQ-51). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/groups/:no/points`)
export class GroupPointsPage {
  constructor(
    private readonly pages: GroupAnswerPages,
    private readonly splitGroup: SplitGroup,
  ) {}

  @Get()
  @May('remark.decide')
  async show(
    @Visit() visit: PageVisit,
    @Param() { id, no }: Record<'id' | 'no', string>,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    return pageOf(await this.pages.open(visit, { id, no: groupNo(no) }, new Form(query), officer));
  }

  @Post()
  @May('remark.decide')
  async split(
    @Visit() visit: PageVisit,
    @Param() { id, no }: Record<'id' | 'no', string>,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const open = await this.pages.open(visit, { id, no: groupNo(no) }, new Form(body), officer);
    if (open.form.changesLanguage) return pageOf(open);
    const errors = new FormErrors();
    try {
      await this.splitGroup.execute({ discussionId: id, no: open.no, points: typedSplit(open) }, officer);
      return visit.go(`officer/discussions/${id}/groups/${open.no}/answer?done=split`);
    } catch (error) {
      if (!(error instanceof DomainError) || !addSplitFaults(error, errors, visit.t)) throw error;
    }
    return pageOf(open, errors);
  }
}

function pageOf({ visit, id, no, reading, form }: OpenGroup, errors?: FormErrors): PageAnswer {
  const { t } = visit;
  const group = visit.to(`officer/discussions/${id}/groups/${no}`);
  return pointsPage({
    visit,
    reading,
    form,
    errors,
    back: { href: `${group}/answer`, text: t('grouping.group', { no }) },
    heading: t('points.group-title', { no }),
    hint: t('points.group-hint'),
    action: `${group}/points`,
    queue: '',
  });
}
