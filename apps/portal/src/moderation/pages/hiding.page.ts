import { ProposeHiding } from '#lib/discussion';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { FormErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { Recent } from '../../rights/recent.js';
import { May } from '../../rights/may.js';
import { addHidingFaults } from './hiding-faults.js';
import { hidingModel, untyped } from './hiding-model.js';
import { HidingReadings } from './hiding-reading.js';
import { hidingView } from './hiding.view.js';
import { typedReason } from './typed-reason.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/remarks/:number/hiding`)
export class HidingPage {
  constructor(
    private readonly readings: HidingReadings,
    private readonly proposeHiding: ProposeHiding,
  ) {}

  @Get()
  @May('hiding.read')
  @Recent()
  async show(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const reading = await this.readings.of(number, officer);
    const model = hidingModel({ visit, ...reading, officer, typed: untyped });
    return visit.show(hidingView, model, { title: model.heading });
  }

  @Post()
  @May('hiding.propose')
  @Recent()
  async propose(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const { own } = await this.readings.of(number, officer);
    const reason = typedReason(new Form(body));
    try {
      await this.proposeHiding.execute({ number: own.remark.number, ...reason }, officer);
      return visit.go(`officer/remarks/${own.remark.number}/hiding`);
    } catch (error) {
      const errors = new FormErrors();
      if (!addHidingFaults(error, errors, 'moderation.ground', visit.t)) throw error;
      const typed = { ...untyped, ...reason };
      const model = hidingModel({ visit, ...(await this.readings.of(number, officer)), officer, typed, errors });
      return visit.showAgain(hidingView, model, { title: model.heading });
    }
  }
}
