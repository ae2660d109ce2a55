import { type Dossier, Dossiers } from '#lib/drafting';
import { may } from '#lib/identity';
import { pageRequest } from '#lib/kernel';
import { OFFICE_ZONE } from '#lib/localisation';
import { StateBodies } from '#lib/service-register';
import { localDayOf } from '#lib/time-limits';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { kindName } from '../../../discussion/pages/list/list-model.js';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { May } from '../../../rights/may.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { type DossiersModel, dossiersView } from './dossiers.view.js';

/** Every draft of the own body, whatever became of it. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/procedures`)
export class DossiersPage {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly bodies: StateBodies,
  ) {}

  @Get()
  @May('dossier.read')
  async show(@Visit() visit: PageVisit, @Query() query: object, @Officer() officer: OfficerActor): Promise<PageAnswer> {
    const after = new Form(query).optional('after');
    const { items, next } = await this.dossiers.list(pageRequest(20, after), { developerId: officer.bodyId });
    const body = await this.bodies.byId(officer.bodyId);
    const here = visit.to('officer/procedures');
    const model: DossiersModel = {
      back: { href: visit.to('officer'), text: visit.t('nav.desk') },
      body: body ? inLanguage(body.name, visit.language) : { text: '', language: visit.language },
      newHref: may(officer, 'dossier.begin') ? `${here}/new` : null,
      dossiers: items.map((dossier) => line(dossier, visit)),
      pages: {
        ...(next ? { next: `${here}?after=${encodeURIComponent(next)}` } : {}),
        ...(after ? { first: here } : {}),
      },
    };
    return visit.show(dossiersView, model, { title: visit.t('drafting.list') });
  }
}

function line(dossier: Dossier, visit: PageVisit): DossiersModel['dossiers'][number] {
  const { t } = visit;
  const title = inLanguage(dossier.title, visit.language);
  return {
    href: visit.to(`officer/procedures/${dossier.id}`),
    title: title.text,
    titleLanguage: title.language,
    kind: kindName(dossier.kind, visit),
    state: t(`procedure.state.${dossier.state}`),
    version: dossier.latestVersion ? String(dossier.latestVersion.version) : t('drafting.no-version'),
    opened: visit.day(localDayOf(dossier.createdAt, OFFICE_ZONE)),
  };
}
