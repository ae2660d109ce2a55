import { may } from '#lib/identity';
import { AnswerPreview, type AnswersInView, GroupsOfDiscussion } from '#lib/consideration';
import { DomainError } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import type { Form } from '../../../pages-kit/form.js';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OfficerActor } from '../../../rights/person.js';
import { doneMessage } from '../done-message.js';
import { isConfirmable } from '../remark/confirmable.js';
import { pointLines } from '../remark/point-lines.js';
import { inForce, pointNumbers, type RemarkReading, RemarkReadings } from '../remark/remark-reading.js';
import { saidIn } from '../remark/said-in.js';
import { DecisionFields } from './decision-fields.js';
import { type TypedDecision, typedOf } from './decision-form.js';
import { type GroupAnswerModel, groupAnswerView } from './group-answer.view.js';
import { previewRows } from './preview-rows.js';

/** A group an officer is about to answer, seen by the remark that stands for it. */
export interface OpenGroup {
  readonly visit: PageVisit;
  readonly id: string;
  readonly no: number;
  readonly officer: OfficerActor;
  readonly form: Form;
  readonly reading: RemarkReading;
  /** From 1. */
  readonly point: number;
  readonly seen: AnswersInView;
}

@Injectable()
export class GroupAnswerPages {
  constructor(
    private readonly groups: GroupsOfDiscussion,
    private readonly readings: RemarkReadings,
    private readonly preview: AnswerPreview,
    private readonly fields: DecisionFields,
  ) {}

  /** @throws DomainError `not-found` also for another body's, for a dissolved group and for one in which nobody stands */
  async open(
    visit: PageVisit,
    { id, no }: { id: string; no: number },
    form: Form,
    officer: OfficerActor,
  ): Promise<OpenGroup> {
    const { representative } = await this.groups.one(id, no, officer);
    if (!representative) throw new DomainError('not-found', 'nobody in the group stands', { no });
    const reading = await this.readings.of(representative.number, officer);
    const numbers = pointNumbers(reading);
    const asked = numbers.find((number) => String(number) === form.text('point'));
    const point = asked ?? numbers.find((number) => !inForce(reading, number)) ?? 1;
    return { visit, id, no, officer, form, reading, point, seen: await this.preview.ofGroup(id, no, officer, point) };
  }

  inserted({ form, reading, officer }: OpenGroup, typed: TypedDecision): Promise<TypedDecision | undefined> {
    return this.fields.inserted(form, typed, reading.discussion, officer);
  }

  /** With errors the page answers 422. */
  async show(open: OpenGroup, typed?: TypedDecision, errors?: FormErrors): Promise<PageAnswer> {
    const { visit } = open;
    const model = await this.model(open, typed, errors);
    const carried = model.form ? { carried: { id: 'decision', address: model.form.action } } : {};
    const facts = { title: model.heading, ...carried };
    return visit.showForm(groupAnswerView, model, facts);
  }

  private async model(open: OpenGroup, typed?: TypedDecision, errors?: FormErrors): Promise<GroupAnswerModel> {
    const { visit, id, no, officer, form, reading, point, seen } = open;
    const { t } = visit;
    const group = visit.to(`officer/discussions/${id}/groups/${no}`);
    const here = `${group}/answer`;
    const values = typed ?? typedOf(inForce(reading, point), point);
    const mayDecide = reading.work.isDecidable && may(officer, 'remark.decide');
    const said = saidIn(reading, visit);
    const heading =
      pointNumbers(reading).length > 1 ? t('decide.form-point', { number: String(point) }) : t('decide.form');
    return {
      ...(errors ? withErrors(errors) : noErrors),
      ...said,
      said: { ...said.said, sender: [] },
      back: { href: group, text: t('grouping.group', { no }) },
      heading: t('answers.group-title', { no, count: seen.remarks + seen.proposals }),
      done: doneMessage(form.text('done'), t),
      preview: previewRows(seen, visit),
      closedNote: reading.work.isDecidable ? null : t('grouping.not-now'),
      points: pointLines({ visit, reading, point, queue: '' }, here, mayDecide),
      splitHref: mayDecide ? `${group}/points` : null,
      seen: seen.seen,
      form: mayDecide
        ? { action: here, heading, fields: await this.fields.model(visit, reading, values, officer) }
        : null,
      mayConfirm: mayDecide && isConfirmable(reading, officer),
      here,
    };
  }
}
