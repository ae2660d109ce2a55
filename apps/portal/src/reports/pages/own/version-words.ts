import type { ReportState } from '#lib/reports';
import type { MessageKey } from '#lib/localisation';
import type { PageVisit } from '../../../pages-kit/visit.js';

const words: Readonly<Record<ReportState, { readonly key: MessageKey; readonly classes: string }>> = {
  RENDERING: { key: 'report.state.DRAFT', classes: 'govuk-tag--yellow' },
  ASSEMBLED: { key: 'report.state.ASSEMBLED', classes: 'govuk-tag--blue' },
  SIGNED: { key: 'report.state.SIGNED', classes: 'govuk-tag--turquoise' },
  PUBLISHED: { key: 'report.state.PUBLISHED', classes: 'govuk-tag--green' },
  SUPERSEDED: { key: 'report.state.SUPERSEDED', classes: 'govuk-tag--grey' },
};

export const stateWord = (state: ReportState, { t }: PageVisit): string => t(words[state].key);

export const stateTag = (state: ReportState, { t }: PageVisit) => ({
  text: t(words[state].key),
  classes: words[state].classes,
});
