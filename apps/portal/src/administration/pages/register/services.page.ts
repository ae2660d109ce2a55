import { pageRequest } from '#lib/kernel';
import {
  type PublicService,
  PublicServices,
  type RegisterSection,
  RegisterSections,
  sectionOf,
  StateBodies,
  type StateBody,
} from '#lib/service-register';
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
import { type ServicesModel, servicesView } from './register.view.js';

const PAGE = 50;

/** Services of the register (R5). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/register/services`)
export class ServicesPage {
  constructor(
    private readonly services: PublicServices,
    private readonly bodies: StateBodies,
    private readonly sections: RegisterSections,
  ) {}

  @Get()
  @May('register.manage')
  async show(@Visit() visit: PageVisit, @Query() query: unknown): Promise<PageAnswer> {
    const { t } = visit;
    const form = new Form(query);
    const code = form.text('body').slice(0, 200).replaceAll('\0', '');
    const { search, after } = searched(form);
    const body = code === '' ? undefined : await this.bodies.byCode(code);
    const sections = await this.sections.withServices();
    const section = form.oneOf('section', sections.map(codeOf));
    const isNobody = code !== '' && !body;
    const found = isNobody
      ? { items: [] }
      : await this.services.list(pageRequest(PAGE, after), { bodyId: body?.id, section, search });
    const model: ServicesModel = {
      back: { href: visit.to('officer/administration'), text: t('administration.title') },
      tabs: registerTabs('services', visit),
      action: visit.to('officer/register/services'),
      search,
      body: code,
      sections: selectOptions(
        sections.map((each) => [each.code, nameOf(each, visit)] as const),
        section,
        t('register.every-section'),
      ),
      services: await this.lines(found.items, visit),
      pages: listPages(
        visit.to('officer/register/services'),
        { q: search, body: code, section: section ?? '' },
        { after, next: found.next },
      ),
    };
    return visit.show(servicesView, model, { title: t('register.tab-services') });
  }

  private async lines(services: readonly PublicService[], visit: PageVisit): Promise<ServicesModel['services']> {
    const bodies = new Map<string, StateBody>();
    for (const id of new Set(services.map(({ bodyId }) => bodyId))) {
      const body = await this.bodies.byId(id);
      if (body) bodies.set(id, body);
    }
    return services.map(({ code, name, section, enteredOn, act, bodyId }) => ({
      code,
      name: inLanguage(name, visit.language),
      section: { code: sectionOf(code), name: section && inLanguage(section, visit.language) },
      enteredOn: visit.day(enteredOn),
      act,
      body: inLanguage(bodies.get(bodyId)?.name ?? { kk: '–', ru: '–' }, visit.language),
    }));
  }
}

const codeOf = ({ code }: RegisterSection): string => code;

const nameOf = ({ code, name }: RegisterSection, { language }: PageVisit): string =>
  name ? `${code} – ${inLanguage(name, language).text}` : code;
