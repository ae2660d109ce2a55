import { ChosenRemarks, ConsiderationQueue, type RemarkChoice } from '#lib/consideration';
import { DraftTexts } from '#lib/drafting';
import { pageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import type { Form } from '../../../pages-kit/form.js';
import type { FormErrors } from '../../../pages-kit/form-errors.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OfficerActor } from '../../../rights/person.js';
import { OwnDiscussion } from '../../own-discussion.js';
import { QueueFacts } from './queue-facts.js';
import type { OpenQueue } from './open-queue.js';
import { queueModel } from './queue-model.js';
import { formOfQuery, queueFilter } from './queue-search.js';
import { queueView } from './queue.view.js';

const SIZE = 50;

@Injectable()
export class QueuePages {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly texts: DraftTexts,
    private readonly queue: ConsiderationQueue,
    private readonly chosen: ChosenRemarks,
    private readonly facts: QueueFacts,
  ) {}

  /** @throws NotFound also for another body's discussion */
  async open(visit: PageVisit, id: string, search: Form, officer: OfficerActor): Promise<OpenQueue> {
    return { visit, discussion: await this.discussions.of(id, officer), officer, search };
  }

  /** With errors the page answers 422. */
  async show(open: OpenQueue, errors?: FormErrors): Promise<PageAnswer> {
    const { visit, discussion, officer, search } = open;
    const standing = await this.facts.of(discussion, officer);
    const filter = queueFilter(search, standing.today);
    const model = queueModel({
      ...open,
      errors,
      standing,
      clauses: (await this.texts.byVersion(discussion.versionId)).clauses,
      page: await this.queue.of(discussion.id, officer, pageRequest(SIZE, search.optional('after')), filter),
      found: await this.chosen.count(discussion.id, officer, filter),
    });
    const facts = { title: visit.t('queue.title') };
    return errors ? visit.showAgain(queueView, model, facts) : visit.show(queueView, model, facts);
  }

  /** The remarks a form of the queue is about: those ticked, or all that its filter finds. @throws as `ChosenRemarks` */
  chosenBy(form: Form, { discussion, officer }: OpenQueue): Promise<string[]> {
    const filter = queueFilter(formOfQuery(form.text('query')), this.facts.today(discussion.zone));
    const choice: RemarkChoice = form.text('all') === '' ? { numbers: form.list('numbers') } : { filter };
    return this.chosen.of(discussion.id, officer, choice);
  }
}
