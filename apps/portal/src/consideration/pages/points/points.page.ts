import { SplitRemark } from '#lib/consideration';
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
import { withQueue } from '../queue/queue-search.js';
import { type OpenRemark, RemarkPages } from '../remark/remark-pages.js';
import { pointsPage, typedSplit } from './points-model.js';
import { addSplitFaults } from './split-faults.js';

/** Splitting a remark into the points it makes, sentence by sentence (REQ-50, REQ-51). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/remarks/:number/points`)
export class PointsPage {
  constructor(
    private readonly pages: RemarkPages,
    private readonly splitRemark: SplitRemark,
  ) {}

  @Get()
  @May('remark.decide')
  async show(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    return pageOf(await this.pages.open(visit, number, new Form(query), officer));
  }

  @Post()
  @May('remark.decide')
  async split(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const open = await this.pages.open(visit, number, new Form(body), officer);
    const { remark } = open.reading;
    if (open.form.changesLanguage) return pageOf(open);
    const errors = new FormErrors();
    try {
      await this.splitRemark.execute({ remarkId: remark.id, points: typedSplit(open) }, officer);
      return visit.go(withQueue(`officer/remarks/${remark.number}?done=split`, open.queue));
    } catch (error) {
      if (!(error instanceof DomainError) || !addSplitFaults(error, errors, visit.t)) throw error;
    }
    return pageOf(open, errors);
  }
}

function pageOf({ visit, reading, form, queue }: OpenRemark, errors?: FormErrors): PageAnswer {
  const { t } = visit;
  const here = visit.to(`officer/remarks/${reading.remark.number}`);
  return pointsPage({
    visit,
    reading,
    form,
    errors,
    back: { href: withQueue(here, queue), text: reading.remark.number },
    heading: t('points.title', { number: reading.remark.number }),
    hint: t('points.hint'),
    action: `${here}/points`,
    queue,
  });
}
