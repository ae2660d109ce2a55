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
  @May('hiding.propose')
  @Recent()
  async answer(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const reading = await this.readings.of(number, officer);
    const form = new Form(body);
    const typed = { ...untyped, outcome: form.text('outcome'), answer: form.text('answer') };
    const input = { number: reading.own.remark.number, hidingId: form.text('hidingId') };
    try {
      await this.answerObjection.execute({ ...input, outcome: typed.outcome, answer: typed.answer }, officer);
      return visit.go(`officer/remarks/${input.number}/hiding`);
    } catch (error) {
      const errors = new FormErrors();
      if (!addHidingFaults(error, errors, 'objection.answer', visit.t)) throw error;
      const model = hidingModel({ visit, ...reading, officer, typed, errors });
      return visit.showAgain(hidingView, model, { title: model.heading });
    }
  }
}
