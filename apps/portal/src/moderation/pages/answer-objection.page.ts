import { AnswerObjection } from '#lib/discussion';
import { Body, Controller, Param, Post } from '@nestjs/common';
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

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/remarks/:number/hiding/objection`)
export class AnswerObjectionPage {
  constructor(
    private readonly readings: HidingReadings,
    private readonly answerObjection: AnswerObjection,
  ) {}

  @Post()
  @May('objection.answer')
  @Recent()
  async answer(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const reading = await this.readings.of(number, officer);
    const form = new Form(body);
    const { number: known } = reading.own.remark;
    const given = { hidingId: form.text('hidingId'), outcome: form.text('outcome'), answer: form.text('answer') };
    try {
      await this.answerObjection.execute({ number: known, ...given }, officer);
      return visit.go(`officer/remarks/${known}/hiding`);
    } catch (error) {
      const errors = new FormErrors();
      if (!addHidingFaults(error, errors, 'objection.answer', visit.t, given.hidingId)) throw error;
      const model = hidingModel({ visit, ...reading, officer, typed: { ...untyped, ...given }, errors });
      return visit.showAgain(hidingView, model, { title: model.heading });
    }
  }
}
