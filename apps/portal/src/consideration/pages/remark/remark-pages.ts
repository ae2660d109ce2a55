import { QueueNeighbours } from '#lib/consideration';
import { CLOCK, type Clock } from '#lib/kernel';
import { localDayOf } from '#lib/time-limits';
import { Inject, Injectable } from '@nestjs/common';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import type { Form } from '../../../pages-kit/form.js';
import type { FormErrors } from '../../../pages-kit/form-errors.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OfficerActor } from '../../../rights/person.js';
import { DecisionFields } from '../answer/decision-fields.js';
import { type TypedDecision, typedOf } from '../answer/decision-form.js';
import { doneMessage } from '../done-message.js';
import { formOfQuery, queueFilter, queueQuery } from '../queue/queue-search.js';
import { remarkModel } from './remark-model.js';
import { inForce, pointNumbers, type RemarkReading, RemarkReadings } from './remark-reading.js';
import { type RemarkModel, remarkView } from './remark.view.js';

/** A remark somebody looks at. */
export interface OpenRemark {
  readonly visit: PageVisit;
  readonly reading: RemarkReading;
  readonly officer: OfficerActor;
  /** The query of the address, or the form that came. */
  readonly form: Form;
  /** The query of the queue it was opened from. */
  readonly queue: string;
}

/** What a form said that is shown again. */
export interface TypedOnRemark {
  readonly typed?: TypedDecision;
  readonly errors?: FormErrors;
  readonly note?: RemarkModel['work']['typed'];
}

/** The page of one remark, which several forms come back to. */
@Injectable()
export class RemarkPages {
  constructor(
    private readonly readings: RemarkReadings,
    private readonly fields: DecisionFields,
    private readonly neighbours: QueueNeighbours,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, the same for another body's remark */
  async open(visit: PageVisit, number: string, form: Form, officer: OfficerActor): Promise<OpenRemark> {
    const reading = await this.readings.of(number, officer);
    return { visit, reading, officer, form, queue: queueQuery(formOfQuery(form.text('queue'))) };
  }

  /** With errors the page answers 422. */
  async show(open: OpenRemark, shown: TypedOnRemark = {}): Promise<PageAnswer> {
    const model = await this.model(open, shown);
    const decision = model.form && { id: 'decision', address: model.form.action };
    const note = model.work.mayShare ? { id: 'write-note', address: `${model.here}/notes` } : null;
    const carried = (shown.note ? note : (decision ?? note)) ?? undefined;
    return open.visit.showForm(remarkView, model, { title: model.heading, carried });
  }

  /** The typed decision with a template in it, when the form asks for one. */
  inserted({ form, reading, officer }: OpenRemark, typed: TypedDecision): Promise<TypedDecision | undefined> {
    return this.fields.inserted(form, typed, reading.discussion, officer);
  }

  private async model(
    { visit, reading, officer, form, queue }: OpenRemark,
    shown: TypedOnRemark,
  ): Promise<RemarkModel> {
    const { discussion, remark } = reading;
    const point = pointAsked(form, reading);
    const typed = shown.typed ?? typedOf(inForce(reading, point), point);
    const today = localDayOf(this.clock.now(), discussion.zone);
    const place = { id: remark.id, discussionId: discussion.id };
    return remarkModel({
      ...shown,
      visit,
      reading,
      officer,
      point,
      queue,
      done: doneMessage(form.text('done'), visit.t),
      fields: await this.fields.model(visit, reading, typed, officer),
      neighbours: await this.neighbours.of(place, officer, queueFilter(formOfQuery(queue), today)),
    });
  }
}

/** The point an address or form is about; else the first undecided one, else the first. */
function pointAsked(form: Form, reading: RemarkReading): number {
  const numbers = pointNumbers(reading);
  const asked = numbers.find((number) => String(number) === form.text('point'));
  return asked ?? numbers.find((number) => !inForce(reading, number)) ?? numbers[0] ?? 1;
}
