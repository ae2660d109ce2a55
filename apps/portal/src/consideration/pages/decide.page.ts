import { DecideRemark, DecisionsOf, type Outcome } from '#lib/consideration';
import { DomainError } from '#lib/kernel';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { FormErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { Roles } from '../../rights/roles.js';
import { type OwnRemark, OwnRemarks } from '../own-remarks.js';
import { decideModel } from './decide-model.js';
import { addDecisionFaults, typedDecision, typedOf } from './decision-form.js';
import { decideView, type TypedDecision } from './decide.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/remarks/:number`)
export class DecidePage {
  constructor(
    private readonly remarks: OwnRemarks,
    private readonly decisions: DecisionsOf,
    private readonly decideRemark: DecideRemark,
  ) {}

  @Get()
  @Roles('officer', 'signer')
  async show(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Officer() officer: OfficerActor,
    @Query('done') done?: string,
  ): Promise<PageAnswer> {
    const own = await this.remarks.of(number, officer);
    const decisions = await this.decisions.current(own.remark.id);
    const model = decideModel({
      visit,
      own,
      decisions,
      officer,
      typed: typedOf(decisions[0]),
      isRecorded: done === '1',
    });
    return visit.show(decideView, model, { title: model.heading });
  }

  @Post()
  @Roles('officer')
  async decide(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const own = await this.remarks.of(number, officer);
    const typed = typedDecision(new Form(body));
    const errors = new FormErrors();
    if (!typed.outcome) errors.add('outcome', visit.t('decide.outcome-missing'));
    if (!typed.reasonCode) errors.add('reasonCode', visit.t('decide.reason-missing'));
    if (errors.isEmpty && (await this.record(own, typed, officer, errors, visit))) {
      return visit.go(`officer/remarks/${own.remark.number}?done=1`);
    }
    const decisions = await this.decisions.current(own.remark.id);
    const model = decideModel({ visit, own, decisions, officer, typed, errors, isRecorded: false });
    return visit.showAgain(decideView, model, { title: model.heading });
  }

  /** @returns whether the decision stands; otherwise `errors` say why not */
  private async record(
    { remark }: OwnRemark,
    typed: TypedDecision,
    officer: OfficerActor,
    errors: FormErrors,
    visit: PageVisit,
  ): Promise<boolean> {
    const { point, outcome, ...decision } = typed;
    try {
      const input = { remarkId: remark.id, point: Number(point) || 1, outcome: outcome as Outcome, ...decision };
      await this.decideRemark.execute(input, officer);
      return true;
    } catch (error) {
      if (!(error instanceof DomainError) || !addDecisionFaults(error, errors, visit.t)) throw error;
      return false;
    }
  }
}
