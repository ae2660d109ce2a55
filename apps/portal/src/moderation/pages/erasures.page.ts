import { EraseRemark, type ErasureRequest, ErasureRequests } from '#lib/consideration';
import { RemarkByNumber } from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { FormErrors, type FormModel, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { inLanguage } from '../../pages-kit/titles.js';
import { view } from '../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';

interface ErasuresModel extends FormModel {
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly action: string;
  readonly done: string | null;
  readonly number: string;
  readonly isUnderstood: boolean;
  readonly requests: readonly { readonly number: string; readonly title: string; readonly at: string }[];
}

const erasuresView = view<ErasuresModel>('moderation/erasures');

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/erasures`)
export class ErasuresPage {
  constructor(
    private readonly requests: ErasureRequests,
    private readonly eraseRemark: EraseRemark,
    private readonly remarks: RemarkByNumber,
  ) {}

  @Get()
  @May('erasure.settle')
  async show(
    @Visit() visit: PageVisit,
    @Officer() officer: OfficerActor,
    @Query('done') done?: string,
  ): Promise<PageAnswer> {
    const said = done === undefined ? null : visit.t('privacy.erase-done');
    return this.page(visit, officer, { done: said });
  }

  @Post()
  @May('erasure.settle')
  async erase(@Visit() visit: PageVisit, @Body() body: unknown, @Officer() officer: OfficerActor): Promise<PageAnswer> {
    const form = new Form(body);
    const [number, isUnderstood] = [form.text('number'), form.text('understood') === 'yes'];
    if (form.changesLanguage) return this.page(visit, officer, { number, isUnderstood });
    const errors = new FormErrors();
    if (!isUnderstood) errors.add('understood', visit.t('privacy.erase-not-understood'));
    try {
      if (errors.isEmpty) {
        const { id: remarkId } = await this.remarks.public(number);
        await this.eraseRemark.execute({ remarkId }, officer);
        return visit.go('officer/erasures?done=1');
      }
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'not-allowed') throw error;
      errors.add('number', visit.t(error.code === 'wrong-state' ? 'privacy.erase-before' : 'privacy.erase-no-remark'));
    }
    return this.page(visit, officer, { number, isUnderstood, ...withErrors(errors) });
  }

  private async page(visit: PageVisit, officer: OfficerActor, shown: Partial<ErasuresModel>): Promise<PageAnswer> {
    const model = { ...erasuresModel(await this.requests.open(officer), visit), ...shown };
    const carried = { id: 'erasure', address: model.action };
    return visit.showForm(erasuresView, model, { title: model.heading, carried });
  }
}

const erasuresModel = (requests: readonly ErasureRequest[], visit: PageVisit): ErasuresModel => ({
  ...noErrors,
  back: { href: visit.to('officer'), text: visit.t('nav.back') },
  heading: visit.t('privacy.erasures-title'),
  action: visit.to('officer/erasures'),
  done: null,
  number: '',
  isUnderstood: false,
  requests: requests.map(({ number, title, zone, requestedAt }) => ({
    number,
    title: inLanguage(title, visit.language).text,
    at: visit.when(requestedAt, zone),
  })),
});
