import { DomainError } from '#lib/kernel';
import { type Blocker, DropErratum, type ErratumFault, OpenErratum } from '#lib/reports';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Translate } from '#lib/localisation';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { May } from '../../../rights/may.js';
import { OwnReport } from '../../own-report.js';
import { errataPage } from './errata-model.js';
import { reportPath } from './report-frame.js';

/** Corrections of a published report are numbered and stand beside it (REQ-66). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/report/errata`)
export class ErrataPage {
  constructor(
    private readonly own: OwnReport,
    private readonly openErratum: OpenErratum,
    private readonly dropErratum: DropErratum,
  ) {}

  @Get()
  @May('report.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const done = new Form(query).oneOf('done', ['opened', 'dropped']);
    return errataPage({ state: await this.own.of(id, officer), visit, ...(done ? { done } : {}) });
  }

  @Post()
  @May('erratum.open')
  async open(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const typed = new Form(body);
    if (typed.changesLanguage) return errataPage({ state: await this.own.of(id, officer), visit, typed });
    try {
      const reason = { reasonKk: typed.text('reasonKk'), reasonRu: typed.text('reasonRu') };
      await this.openErratum.execute({ discussionId: id, ...reason }, officer);
      return visit.go(`${reportPath(id, 'errata')}?done=opened`);
    } catch (error) {
      const errors = new FormErrors();
      if (!addReasonFaults(error, errors, visit.t)) throw error;
      return errataPage({ state: await this.own.of(id, officer), visit, typed, errors });
    }
  }

  @Post('drop')
  @May('erratum.open')
  async drop(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    try {
      await this.dropErratum.execute(id, officer);
      return visit.go(`${reportPath(id, 'errata')}?done=dropped`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'report-blocked') throw error;
      const errors = new FormErrors();
      errors.add('differences', visit.t('errata.not-dropped'));
      const differences = error.details['blockers'] as readonly Blocker[];
      return errataPage({ state: await this.own.of(id, officer), visit, errors, differences }, 409);
    }
  }
}

function addReasonFaults(error: unknown, errors: FormErrors, t: Translate): boolean {
  if (!(error instanceof DomainError) || error.code !== 'invalid-input') return false;
  const faults = (error.details['faults'] as readonly ErratumFault[] | undefined) ?? [];
  for (const { field, fault, least = 0, limit = 0 } of faults) {
    const name = t(field === 'reasonKk' ? 'errata.reason-kk' : 'errata.reason-ru');
    if (fault === 'too-short') errors.add(field, t('moderation.too-short', { field: name, least }));
    else if (fault === 'too-long') errors.add(field, t('form.too-long', { field: name, limit }));
    else errors.add(field, t('form.not-text', { field: name }));
  }
  return !errors.isEmpty;
}
