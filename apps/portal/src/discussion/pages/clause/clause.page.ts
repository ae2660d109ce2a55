import { type DiscussionDetails, ListRemarks, type PublicRemark } from '#lib/discussion';
import { firstWords } from '#lib/drafting';
import { DomainError, pageRequest } from '#lib/kernel';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';
import { PublicDrafts } from '../../public-drafts.js';
import { PublishedAnswers } from '../../published-answers.js';
import { standingOf } from '../standing.js';
import { clauseModel } from './clause-model.js';
import { clauseView, type ShownRemark } from './clause.view.js';
import { shownRemark } from './shown-remark.js';

const REMARKS = 20;
const DESCRIPTION = 160;

@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/clauses/:clauseId`)
export class ClausePage {
  constructor(
    private readonly drafts: PublicDrafts,
    private readonly remarks: ListRemarks,
    private readonly answers: PublishedAnswers,
  ) {}

  @Get()
  @Public()
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Param('clauseId') clauseId: string,
    @Query('after') asked?: string,
  ): Promise<PageAnswer> {
    const opened = await this.drafts.byDiscussion(id);
    const clause = opened.draft.clauses.find(({ lineageId }) => lineageId === clauseId);
    if (!clause) throw new DomainError('not-found', 'there is no such clause in this draft', { id, clauseId });
    const after = typeof asked === 'string' && asked ? asked : undefined;
    const page = await this.remarks.public({ discussionId: id, clause: clauseId }, pageRequest(REMARKS, after));
    const here = visit.to(`discussions/${id}/clauses/${clauseId}`);
    const pages = {
      ...(page.next ? { next: `${here}?after=${encodeURIComponent(page.next)}` } : {}),
      ...(after ? { first: here } : {}),
    };
    const shown = await this.shown(page.items, opened.discussion, visit);
    const model = clauseModel({ opened, clause, remarks: shown, pages }, visit);
    return visit.show(clauseView, model, {
      title: `${model.name}: ${model.draftTitle}`,
      description: firstWords(inLanguage(clause.text, visit.language).text, DESCRIPTION),
      isForAll: true,
    });
  }

  /** With the answers once the report is published (REQ-55). */
  private shown(
    remarks: readonly PublicRemark[],
    discussion: DiscussionDetails,
    visit: PageVisit,
  ): Promise<ShownRemark[]> {
    const isAnswered = standingOf(discussion) === 'reported';
    const { profileId, zone } = discussion;
    return Promise.all(
      remarks.map(async (remark) => {
        const answers = isAnswered ? await this.answers.of({ ...remark, profileId }, visit.language) : [];
        return shownRemark(remark, answers, zone, visit);
      }),
    );
  }
}
