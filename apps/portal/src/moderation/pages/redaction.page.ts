import { type HidingGround, HidingsOfRemark, OriginalTexts, type Passage, ProposeHiding } from '#lib/discussion';
import { profileById } from '#lib/time-limits';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
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
import { chosenPassages, emptyRow, tickedPassages, TYPED_ROWS, typedRows } from './redaction-form.js';
import { type RedactionFacts, redactionModel } from './redaction-model.js';
import { redactionView } from './redaction.view.js';
import { typedReason } from './typed-reason.js';

const noRows = Array.from({ length: TYPED_ROWS }, () => emptyRow);
const noValues = { ground: '', explanationKk: '', explanationRu: '' };

/** Passages are chosen, looked at side by side, and proposed; who confirms and undoes it does so on the page of hidings. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/remarks/:number/redaction`)
export class RedactionPage {
  constructor(
    private readonly remarks: OwnRemarks,
    private readonly originals: OriginalTexts,
    private readonly hidings: HidingsOfRemark,
    private readonly proposeHiding: ProposeHiding,
  ) {}

  @Get()
  @May('hiding.propose')
  @Recent()
  async show(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const own = await this.remarks.of(number, officer);
    const original = await this.originals.of(own.remark.id);
    const chosen = await this.inForce(own);
    return redactionPage({ visit, own, original, chosen, rows: noRows, values: noValues });
  }

  /** The first time the text is shown as it will read; the second time it is proposed. */
  @Post()
  @May('hiding.propose')
  @Recent()
  async redact(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const own = await this.remarks.of(number, officer);
    const original = await this.originals.of(own.remark.id);
    const form = new Form(body);
    const errors = new FormErrors();
    const values = typedReason(form);
    const ground = groundOf(own, values.ground);
    const said = { visit, own, original, values };
    if (form.changesLanguage) return redactionPage({ ...said, ...asTyped(form, ground) });
    const chosen = chosenPassages(form, original, errors, visit.t);
    const facts = { ...said, chosen, ground, errors };
    if (errors.isEmpty && chosen.length === 0) errors.add('passages', visit.t('redaction.none-chosen'));
    if (errors.isEmpty && !ground) errors.add('ground', visit.t('moderation.ground-missing'));
    if (!errors.isEmpty) return redactionPage({ ...facts, rows: typedRows(form) });
    if (form.text('act') !== 'propose') return redactionPage({ ...facts, rows: noRows });
    try {
      await this.proposeHiding.execute({ number: own.remark.number, ...values, passages: chosen }, officer);
      return visit.go(`officer/remarks/${own.remark.number}/hiding`);
    } catch (error) {
      if (!addHidingFaults(error, errors, 'redaction.passages', visit.t)) throw error;
      return redactionPage({ ...facts, rows: noRows });
    }
  }

  /** What is redacted now: whoever redacts more begins from there. */
  private async inForce({ remark }: OwnRemark): Promise<readonly Passage[]> {
    const hidings = await this.hidings.of(remark.id);
    return hidings.find(({ extent, state }) => extent === 'PASSAGES' && state === 'IN_FORCE')?.passages ?? [];
  }
}

function groundOf({ discussion }: OwnRemark, typed: string): HidingGround | undefined {
  return profileById(discussion.profileId).moderation.grounds.find((ground) => ground === typed);
}

/** The boxes and the rows as they stand, looked at only when they were looked at before. */
const asTyped = (form: Form, ground: HidingGround | undefined) => ({
  chosen: tickedPassages(form),
  rows: typedRows(form),
  ground: form.text('looked') === '' ? undefined : ground,
});

function redactionPage(facts: RedactionFacts): PageAnswer {
  const model = redactionModel(facts);
  const carried = model.note === null ? { carried: { id: 'redaction', address: model.action } } : {};
  return facts.visit.showForm(redactionView, model, { title: model.heading, ...carried });
}
