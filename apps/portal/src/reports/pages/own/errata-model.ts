import type { Blocker, ErratumView } from '#lib/reports';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OwnReportState } from '../../own-report.js';
import { erratumWords } from '../erratum-words.js';
import { blockerLine } from './blocker-lines.js';
import { type ErrataModel, errataView } from './errata.view.js';
import { reportFrame, reportPath } from './report-frame.js';

export interface ErrataReading {
  readonly state: OwnReportState;
  readonly visit: PageVisit;
  readonly done?: 'opened' | 'dropped';
  readonly typed?: Form;
  readonly errors?: FormErrors;
  readonly differences?: readonly Blocker[];
}

export function errataPage(reading: ErrataReading, status?: number): PageAnswer {
  const model = errataModel(reading);
  const carried = model.form ? { carried: { id: 'erratum', address: model.form.action } } : {};
  return reading.visit.showForm(errataView, model, { title: model.heading, ...carried }, status);
}

/** Corrections of the report: those that are made, and the one under way. */
function errataModel(reading: ErrataReading): ErrataModel {
  const { state, visit, done, typed = new Form({}), errors, differences = [] } = reading;
  const { discussion, errata, open, mayOpenErratum: mayOpen } = state;
  const { t } = visit;
  const here = visit.to(reportPath(discussion.id, 'errata'));
  return {
    ...(errors ? withErrors(errors) : noErrors),
    ...reportFrame(discussion, 'errata', visit),
    done: done ? t(`errata.${done}`) : null,
    errata: errata.filter(({ report }) => report !== null).map((each) => erratumWords(each, discussion, visit)),
    open: open ? openWords(open, state, visit) : null,
    differences: differences.map((blocker) => blockerLine(blocker, discussion.id, visit)),
    form: mayOpen ? { action: here, reasonKk: typed.text('reasonKk'), reasonRu: typed.text('reasonRu') } : null,
    note: mayOpen || open ? null : t('errata.not-yet'),
  };
}

function openWords(open: ErratumView, { discussion }: OwnReportState, visit: PageVisit): ErrataModel['open'] {
  const { t } = visit;
  const { id } = discussion;
  const { heading, reason, openedAt } = erratumWords(open, discussion, visit);
  const step = (text: string, path: string) => ({ text, href: visit.to(path) });
  return {
    heading,
    reason,
    openedAt,
    steps: [
      step(t('errata.step-decide'), `officer/discussions/${id}/queue`),
      step(t('errata.step-make'), reportPath(id, 'making')),
      step(t('errata.step-sign'), reportPath(id, 'signing')),
    ],
    dropAction: visit.to(`${reportPath(id, 'errata')}/drop`),
  };
}
