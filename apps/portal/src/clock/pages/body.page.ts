import { DiscussionFigures } from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import { LegalClock } from '#lib/reports';
import { StateBodies } from '#lib/service-register';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { bodyModel } from './body-model.js';
import { bodyView } from './body.view.js';

const CODE = /^[A-Za-z0-9._-]{1,40}$/;

@ApiExcludeController()
@Controller(`${LANGUAGE}/bodies/:code`)
export class BodyPage {
  constructor(
    private readonly bodies: StateBodies,
    private readonly figures: DiscussionFigures,
    private readonly clock: LegalClock,
  ) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('code') code: string): Promise<PageAnswer> {
    const body = CODE.test(code) ? await this.bodies.byCode(code) : undefined;
    if (!body) throw new DomainError('not-found', 'there is no such state body', { code });
    const [figures, { record }, lines] = await Promise.all([
      this.figures.of(body.id),
      this.clock.record(body.id),
      this.clock.ofBody(body.id),
    ]);
    const model = bodyModel({ body, figures, record, lines }, visit);
    return visit.show(bodyView, model, {
      title: model.name,
      description: visit.t('body.description', { name: model.name }),
      canonical: `bodies/${encodeURIComponent(body.code)}`,
      isForAll: true,
    });
  }
}
