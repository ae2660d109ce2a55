import { citizen } from '#lib/kernel';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';
import { DraftSurroundings } from '../../draft-surroundings.js';
import { PublicDrafts } from '../../public-drafts.js';
import { draftModel } from './draft-model.js';
import { draftView } from './draft.view.js';
import { draftLinkedData } from './linked-data.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id`)
export class DraftPage {
  constructor(
    private readonly drafts: PublicDrafts,
    private readonly surroundings: DraftSurroundings,
  ) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('id') id: string): Promise<PageAnswer> {
    const opened = await this.drafts.byDiscussion(id);
    const { discussion, draft } = opened;
    const around = await this.surroundings.of(discussion, visit.request.officer ?? citizen);
    const model = draftModel(opened, around, visit);
    const written = ['kk', 'ru', 'en'].filter((code) => draft.clauses.some(({ text }) => Reflect.get(text, code)));
    return visit.show(draftView, model, {
      title: model.title,
      description: model.state.sentence,
      canonical: `discussions/${id}`,
      linkedData: draftLinkedData(discussion, written, visit),
      feed: { href: visit.to(`discussions/${id}/feed.atom`), title: visit.t('feed.of-draft') },
      isForAll: true,
    });
  }
}
