import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';
import { PublicDrafts } from '../../public-drafts.js';
import { textChoice } from './text-language.js';
import { textModel } from './text-model.js';
import { textView } from './text.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/text`)
export class TextPage {
  constructor(private readonly drafts: PublicDrafts) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('id') id: string, @Query('text') asked?: unknown): Promise<PageAnswer> {
    const opened = await this.drafts.byDiscussion(id);
    const choice = textChoice(opened.draft.clauses, asked, visit.language);
    const model = textModel(opened, choice, visit);
    return visit.show(textView, model, {
      title: `${visit.t('draft.text')}: ${model.title}`,
      description: model.state.sentence,
      canonical: `discussions/${id}/text`,
      isForAll: true,
    });
  }
}
