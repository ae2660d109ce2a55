import { ConfirmHiding, LiftHiding, RefuseHiding } from '#lib/discussion';
import type { MessageKey } from '#lib/localisation';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type OwnRemark, OwnRemarks } from '../../consideration/own-remarks.js';
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
@Controller(`${LANGUAGE}/officer/remarks/:number/hiding`)
export class SettleHidingPage {
  constructor(
    private readonly remarks: OwnRemarks,
    private readonly readings: HidingReadings,
    private readonly confirmHiding: ConfirmHiding,
    private readonly refuseHiding: RefuseHiding,
    private readonly liftHiding: LiftHiding,
  ) {}

  @Post('confirmation')
  @May('hiding.settle')
  @Recent()
  async confirm(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const { remark } = await this.remarks.of(number, officer);
    const hidingId = new Form(body).text('hidingId');
    await this.confirmHiding.execute({ number: remark.number, hidingId }, officer);
    return visit.go(`officer/remarks/${remark.number}/hiding`);
  }

  @Post('refusal')
  @May('hiding.settle')
  async refuse(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const own = await this.remarks.of(number, officer);
    const asked = { visit, own, officer, form: new Form(body), label: 'moderation.refuse-reason' } as const;
    return this.settle(asked, (input) => this.refuseHiding.execute(input, officer));
  }

  @Post('lifting')
  @May('hiding.propose')
  async lift(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const own = await this.remarks.of(number, officer);
    const asked = { visit, own, officer, form: new Form(body), label: 'moderation.lift-reason' } as const;
    return this.settle(asked, (input) => this.liftHiding.execute(input, officer));
  }

  /** An act that needs a reason; without one the page comes again and says so. */
  private async settle(
    { visit, own, officer, form, label }: Settling,
    act: (input: { number: string; hidingId: string; reason: string }) => Promise<void>,
  ): Promise<PageAnswer> {
    const { number } = own.remark;
    const [hidingId, reason] = [form.text('hidingId'), form.text('reason')];
    const shown = { visit, officer, typed: { ...untyped, hidingId, reason } };
    if (form.changesLanguage) return hidingAnswer({ ...shown, ...(await this.readings.of(number, officer)) });
    try {
      await act({ number, hidingId, reason });
      return visit.go(`officer/remarks/${number}/hiding`);
    } catch (error) {
      const errors = new FormErrors();
      if (!addHidingFaults(error, errors, label, visit.t, hidingId)) throw error;
      return hidingAnswer({ ...shown, ...(await this.readings.of(number, officer)), errors });
    }
  }
}

interface Settling {
  readonly visit: PageVisit;
  readonly own: OwnRemark;
  readonly officer: OfficerActor;
  readonly form: Form;
  readonly label: MessageKey;
}
