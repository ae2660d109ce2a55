import type { OutcomeLabel } from '#lib/consideration';
import type { MessageKey, Translate } from '#lib/localisation';

const tags: Readonly<Record<OutcomeLabel, { readonly key: MessageKey; readonly classes: string }>> = {
  TAKEN_INTO_ACCOUNT: { key: 'outcome.taken-into-account', classes: 'govuk-tag--green' },
  NOT_TAKEN_INTO_ACCOUNT: { key: 'outcome.not-taken-into-account', classes: 'govuk-tag--grey' },
  PARTLY: { key: 'outcome.partly', classes: 'govuk-tag--turquoise' },
  UNDECIDED: { key: 'outcome.undecided', classes: 'govuk-tag--yellow' },
};

export function outcomeTag(label: OutcomeLabel, t: Translate) {
  return { text: t(tags[label].key), classes: tags[label].classes };
}
