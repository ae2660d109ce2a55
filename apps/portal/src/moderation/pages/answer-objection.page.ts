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
import { hidingAnswer } from './hiding-answer.js';
import { untyped } from './hiding-model.js';
import { HidingReadings } from './hiding-reading.js';

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
    const given = { hidingId: form.text('hidingId'), outcome: form.text('outcome'), answer: form.text('answer') };
    const shown = { visit, ...reading, officer, typed: { ...untyped, ...given } };
    if (form.changesLanguage) return hidingAnswer(shown);
    const { number: known } = reading.own.remark;
    try {
      await this.answerObjection.execute({ number: known, ...given }, officer);
      return visit.go(`officer/remarks/${known}/hiding`);
    } catch (error) {
      const errors = new FormErrors();
      if (!addHidingFaults(error, errors, 'objection.answer', visit.t, given.hidingId)) throw error;
      return hidingAnswer({ ...shown, errors });
    }
  }
}
