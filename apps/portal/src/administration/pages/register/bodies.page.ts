import { pageRequest } from '#lib/kernel';
import { type StateBody, StateBodies, type StateBodyKind, stateBodyKinds } from '#lib/service-register';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { selectOptions } from '../../../pages-kit/select-options.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { May } from '../../../rights/may.js';
import { listPages, searched } from './list-pages.js';
import { registerTabs } from './register-tabs.js';
import { type BodiesModel, bodiesView } from './register.view.js';

const PAGE = 50;

/** State bodies of the register (R4, R9). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/register/bodies`)
export class BodiesPage {
  constructor(private readonly bodies: StateBodies) {}

  @Get()
  @May('register.manage')
  async show(@Visit() visit: PageVisit, @Query() query: unknown): Promise<PageAnswer> {
    const { t } = visit;
    const form = new Form(query);
    const kind = form.oneOf('kind', stateBodyKinds);
    const { search, after } = searched(form);
    const { items, next } = await this.bodies.list(pageRequest(PAGE, after), kind, search);
    const model: BodiesModel = {
      back: { href: visit.to('officer/administration'), text: t('administration.title') },
      tabs: registerTabs('bodies', visit),
      action: visit.to('officer/register/bodies'),
      search,
      kinds: selectOptions(
        stateBodyKinds.map((each) => [each, kindWords(each, visit)] as const),
        kind,
        t('register.every-kind'),
      ),
      bodies: items.map((body) => line(body, visit)),
      pages: listPages(visit.to('officer/register/bodies'), { q: search, kind: kind ?? '' }, { after, next }),
    };
    return visit.show(bodiesView, model, { title: t('register.tab-bodies') });
  }
}

const kindWords = (kind: StateBodyKind, { t }: PageVisit): string => t(`register.kind-${kind}`);

function line(body: StateBody, visit: PageVisit): BodiesModel['bodies'][number] {
  const { t } = visit;
  const { code, kind, authority, isSubordinateToPresident, resourceUrl } = body;
  return {
    code,
    name: inLanguage(body.name, visit.language),
    kind: kindWords(kind, visit),
    notes: [
      ...(authority ? [t(`register.authority-${authority}`)] : []),
      ...(isSubordinateToPresident ? [t('register.subordinate')] : []),
    ],
    resourceUrl,
    servicesHref: visit.to(`officer/register/services?body=${encodeURIComponent(code)}`),
  };
}
