import { Colleagues } from '#lib/identity';
import { pageRequest } from '#lib/kernel';
import { LedgerEntries } from '#lib/ledger';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { May } from '../../../rights/may.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { officersAmong } from './act-words.js';
import { AuditFilters } from './audit-filters.js';
import { auditModel } from './audit-model.js';
import { auditView } from './audit.view.js';
import { ShownVerifications } from './shown-verifications.js';

const PAGE = 50;

/** Who did what and when (REQ-115). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/audit`)
export class AuditPage {
  constructor(
    private readonly entries: LedgerEntries,
    private readonly colleagues: Colleagues,
    private readonly filters: AuditFilters,
    private readonly verifications: ShownVerifications,
  ) {}

  @Get()
  @May('audit.read')
  async show(
    @Visit() visit: PageVisit,
    @Officer() officer: OfficerActor,
    @Query() query: unknown,
  ): Promise<PageAnswer> {
    const form = new Form(query);
    const after = form.optional('after');
    const asked = await this.filters.of(form, visit, officer);
    const isWrong = !asked.errors.isEmpty;
    const found = isWrong ? { items: [] } : await this.entries.list(asked.filter, pageRequest(PAGE, after), officer);
    const names = await this.colleagues.namesOf(officersAmong(found.items.map(({ actor }) => actor)));
    const verified = await this.verifications.last(visit, officer);
    const model = auditModel({ asked, found, names, after, verified }, visit);
    const facts = { title: visit.t('audit.title') };
    return isWrong ? visit.showAgain(auditView, model, facts) : visit.show(auditView, model, facts);
  }
}
