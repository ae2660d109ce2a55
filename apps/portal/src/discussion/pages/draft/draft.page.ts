import { citizen } from '#lib/kernel';
import { LegalClock, VisibleVersions } from '#lib/reports';
import { PublicServices, StateBodies } from '#lib/service-register';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';
import { PublicDrafts } from '../../public-drafts.js';
import { draftModel } from './draft-model.js';
import { draftView } from './draft.view.js';
import { draftLinkedData } from './linked-data.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id`)
export class DraftPage {
  constructor(
    private readonly drafts: PublicDrafts,
    private readonly versions: VisibleVersions,
    private readonly clock: LegalClock,
    private readonly services: PublicServices,
    private readonly bodies: StateBodies,
  ) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('id') id: string): Promise<PageAnswer> {
    const opened = await this.drafts.byDiscussion(id);
    const { discussion, draft } = opened;
    const [line, service, versions] = await Promise.all([
      this.clock.of(id),
      discussion.serviceCode === null ? undefined : this.services.byCode(discussion.serviceCode),
      this.versions.of(discussion.procedureId, visit.request.officer ?? citizen),
    ]);
    const body = service && (await this.bodies.byId(service.bodyId));
    const model = draftModel(opened, { line, service, body, versions }, visit);
    const written = ['kk', 'ru', 'en'].filter((code) => draft.clauses.some(({ text }) => Reflect.get(text, code)));
    return visit.show(draftView, model, {
      title: model.title,
      description: model.state.sentence,
      canonical: `discussions/${id}`,
      linkedData: draftLinkedData(discussion, written, visit),
      isForAll: true,
    });
  }
}
