import { pageRequest } from '#lib/kernel';
import { formatNumber } from '#lib/localisation';
import { type RegisterSection, RegisterSections } from '#lib/service-register';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { May } from '../../../rights/may.js';
import { listPages, searched } from './list-pages.js';
import { registerTabs } from './register-tabs.js';
import { type SectionsModel, sectionsView } from './register.view.js';

const PAGE = 50;

/** Sections of the register: what the public reads as topics, and those that cannot be read as one for want of a name. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/register/sections`)
export class SectionsPage {
  constructor(private readonly sections: RegisterSections) {}

  @Get()
  @May('register.manage')
  async show(@Visit() visit: PageVisit, @Query() query: unknown): Promise<PageAnswer> {
    const { t } = visit;
    const { search, after } = searched(new Form(query));
    const { items, next } = await this.sections.list(pageRequest(PAGE, after), search);
    const model: SectionsModel = {
      back: { href: visit.to('officer/administration'), text: t('administration.title') },
      tabs: registerTabs('sections', visit),
      action: visit.to('officer/register/sections'),
      search,
      sections: items.map((section) => line(section, visit)),
      pages: listPages(visit.to('officer/register/sections'), { q: search }, { after, next }),
    };
    return visit.show(sectionsView, model, { title: t('register.tab-sections') });
  }
}

const line = ({ code, name, services }: RegisterSection, visit: PageVisit): SectionsModel['sections'][number] => ({
  code,
  name: name && inLanguage(name, visit.language),
  services: formatNumber(services, visit.language),
  servicesHref: services > 0 ? visit.to(`officer/register/services?section=${code}`) : null,
});
