import type { RemarksInView } from '#lib/consideration';
import type { MessageKey } from '#lib/localisation';
import { Injectable } from '@nestjs/common';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import type { Form } from '../../../pages-kit/form.js';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { Changeable } from '../../changeable.js';
import type { OpenQueue } from '../queue/open-queue.js';
import { queueHref } from '../queue/queue-search.js';
import { type AnswersModel, answersView } from './answers.view.js';
import { DecisionFields } from './decision-fields.js';
import { typedDecision } from './decision-form.js';
import { previewRows } from './preview-rows.js';

const reasons: Readonly<Record<RemarksInView['leftOut'][number]['why'], MessageKey>> = {
  'in-group': 'answers.in-group',
  'several-points': 'answers.several-points',
  'not-standing': 'answers.not-standing',
};

@Injectable()
export class AnswersPages {
  constructor(
    private readonly fields: DecisionFields,
    private readonly changeable: Changeable,
  ) {}

  /** With errors the page answers 422. */
  async show(open: OpenQueue, form: Form, seen: RemarksInView, errors?: FormErrors): Promise<PageAnswer> {
    const { visit } = open;
    const model = await this.model(open, form, seen, errors);
    const carried = model.fields ? { carried: { id: 'answers', address: model.action } } : {};
    return visit.showForm(answersView, model, { title: model.heading, ...carried });
  }

  private async model(open: OpenQueue, form: Form, seen: RemarksInView, errors?: FormErrors): Promise<AnswersModel> {
    const { visit, discussion, officer } = open;
    const { t } = visit;
    const query = form.text('query');
    const typed = typedDecision(form);
    const inserted = (await this.fields.inserted(form, typed, discussion, officer)) ?? typed;
    const of = { discussion, changeable: await this.changeable.of(discussion) };
    const isAny = seen.remarkIds.length > 0;
    return {
      ...(errors ? withErrors(errors) : noErrors),
      back: { href: queueHref(discussion.id, query, visit), text: t('queue.title') },
      heading: t('answers.title', { count: seen.remarkIds.length }),
      preview: previewRows(seen, visit),
      leftOut: seen.leftOut.map(({ number, why }) => ({
        href: visit.to(`officer/remarks/${number}`),
        number,
        why: t(reasons[why]),
      })),
      chosen: { numbers: form.text('all') === '' ? form.list('numbers') : [], all: form.text('all'), query },
      seen: seen.seen,
      action: visit.to(`officer/discussions/${discussion.id}/answers`),
      fields: isAny ? await this.fields.model(visit, of, inserted, officer) : null,
    };
  }
}
