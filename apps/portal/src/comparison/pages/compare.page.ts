import { DiscussionById } from '#lib/discussion';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { ComparisonAnswer } from './comparison-answer.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/compare`)
export class ComparePage {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly answer: ComparisonAnswer,
  ) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('id') id: string, @Query() query: object): Promise<PageAnswer> {
    const { procedureId, title } = await this.discussions.execute(id);
    const draft = visit.to(`discussions/${id}`);
    const back = { href: draft, text: visit.t('receipt.to-draft') };
    return this.answer.of({ visit, procedureId, title, here: `${draft}/compare`, back, query });
  }
}
