import { may } from '#lib/identity';
import { DomainError } from '#lib/kernel';
import { SignatureOf, SignReport, SignReportElectronically } from '#lib/reports';
import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { Recent } from '../../../rights/recent.js';
import { May } from '../../../rights/may.js';
import { OwnReport } from '../../own-report.js';
import { readSigning } from '../../signature-upload.js';
import { reportPath } from './report-frame.js';
import { signingRefusal } from './signing-faults.js';
import { signingModel, type SigningReading } from './signing-model.js';
import { signingView } from './signing.view.js';

/** The signature under the report: by the statement alone, or with a detached electronic signature over the signing sheet. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/report/sign`)
export class SigningPage {
  constructor(
    private readonly own: OwnReport,
    private readonly signatures: SignatureOf,
    private readonly signReport: SignReport,
    private readonly signElectronically: SignReportElectronically,
  ) {}

  @Get()
  @May('report.read')
  @Recent()
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const model = signingModel(await this.reading(visit, id, officer));
    return visit.show(signingView, model, { title: model.heading });
  }

  @Post()
  @May('report.sign')
  @Recent()
  async sign(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const { fields, cms } = await readSigning(request);
    const { unsigned } = await this.own.of(id, officer);
    const form = new Form(fields);
    const isAcknowledged = form.text('acknowledges') !== '';
    const input = { reportId: form.text('reportId'), acknowledgesWarnings: isAcknowledged };
    try {
      // What was read on the page is signed, and nothing that came after it.
      if (unsigned?.id !== input.reportId)
        throw new DomainError('wrong-state', 'another version waits for its signature');
      await (cms
        ? this.signElectronically.execute({ ...input, cms }, officer)
        : this.signReport.execute(input, officer));
      return visit.go(reportPath(id, 'signing'));
    } catch (error) {
      const errors = new FormErrors();
      const refusal = signingRefusal(error, errors, visit.t);
      if (!refusal) throw error;
      const reading = await this.reading(visit, id, officer);
      const model = signingModel({ ...reading, errors, blockers: refusal.blockers, isAcknowledged });
      return visit.showAgain(signingView, model, { title: model.heading }, refusal.status);
    }
  }

  private async reading(visit: PageVisit, id: string, officer: OfficerActor): Promise<SigningReading> {
    const state = await this.own.of(id, officer);
    const signature = state.signed && (await this.signatures.of(state.signed.id, officer));
    return { state, visit, isSigner: may(officer, 'report.sign'), signature };
  }
}
