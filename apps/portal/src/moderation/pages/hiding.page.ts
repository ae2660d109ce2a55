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
import { hidingAnswer } from './hiding-answer.js';
import { untyped } from './hiding-model.js';
import { HidingReadings } from './hiding-reading.js';
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
    return hidingAnswer({ visit, ...reading, officer, typed: untyped });
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
    const form = new Form(body);
    const reading = await this.readings.of(number, officer);
    const { own } = reading;
    const reason = typedReason(form);
    const shown = { visit, officer, typed: { ...untyped, ...reason } };
    if (form.changesLanguage) return hidingAnswer({ ...shown, ...reading });
    try {
      await this.proposeHiding.execute({ number: own.remark.number, ...reason }, officer);
      return visit.go(`officer/remarks/${own.remark.number}/hiding`);
    } catch (error) {
      const errors = new FormErrors();
      if (!addHidingFaults(error, errors, 'moderation.ground', visit.t)) throw error;
      return hidingAnswer({ ...shown, ...(await this.readings.of(number, officer)), errors });
    }
  }
}
