import { type Outcome, outcomes } from '#lib/consideration';
import { type Language, languages } from '#lib/kernel';
import { type MessageKey, translator } from '#lib/localisation';
import type { DecisionReason } from '#lib/time-limits';
import { inOneForm } from '../workbook/heading-key.js';

interface Word<Value> {
  readonly value: Value;
  readonly words: string;
}

const names: Readonly<Record<Outcome, MessageKey>> = {
  TAKEN_INTO_ACCOUNT: 'outcome.taken-into-account',
  NOT_TAKEN_INTO_ACCOUNT: 'outcome.not-taken-into-account',
};

export const outcomeWords = (language: Language): Word<Outcome>[] =>
  outcomes.map((value) => ({ value, words: translator(language)(names[value]) }));

export const reasonWords = (reasons: readonly DecisionReason[], language: Language): Word<string>[] =>
  reasons.map(({ code, title }) => ({ value: code, words: title[language] }));

/** What was chosen, in whatever language; undefined for words that are none of the list. */
export const readOutcome = (typed: string): Outcome | undefined => readWord(typed, outcomeWords);

export const readReason = (typed: string, reasons: readonly DecisionReason[]): string | undefined =>
  readWord(typed, (language) => reasonWords(reasons, language));

function readWord<Value>(typed: string, wordsIn: (language: Language) => readonly Word<Value>[]): Value | undefined {
  const form = inOneForm(typed);
  return languages.flatMap(wordsIn).find(({ words }) => inOneForm(words) === form)?.value;
}
