import type { OutcomeLabel } from '#lib/consideration';
import type { Language } from '#lib/kernel';
import { type MessageKey, translator } from '#lib/localisation';

const outcomes: Readonly<Record<OutcomeLabel, MessageKey>> = {
  TAKEN_INTO_ACCOUNT: 'outcome.taken-into-account',
  NOT_TAKEN_INTO_ACCOUNT: 'outcome.not-taken-into-account',
  PARTLY: 'outcome.partly',
  UNDECIDED: 'outcome.undecided',
};

export const outcomeName = (outcome: OutcomeLabel, language: Language): string =>
  translator(language)(outcomes[outcome]);
