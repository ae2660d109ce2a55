import type { SheetColumn } from '#lib/documents';
import { type Language, languages } from '#lib/kernel';
import { translator } from '#lib/localisation';
import type { DecisionReason } from '#lib/time-limits';
import { outcomeWords, reasonWords } from './answer-words.js';
import { headed, inOneForm } from '../workbook/heading-key.js';
import type { TableToFind } from '../workbook/find-table.js';

/**
 * In the order of the ISO commenting form: who (here the remark's number), where, what kind, comment, proposed change, and then
 * the observations of the secretariat, which here are the decision, its grounds and a note.
 */
export const answerKeys = [
  'number',
  'group',
  'clause',
  'point',
  'type',
  'remark',
  'wording',
  'decision',
  'reason',
  'ground-kk',
  'ground-ru',
  'changed',
  'no-change-kk',
  'no-change-ru',
  'observations',
  'state',
] as const;
export type AnswerKey = (typeof answerKeys)[number];

/** What an officer fills in. */
export const typedKeys = [
  'decision',
  'reason',
  'ground-kk',
  'ground-ru',
  'changed',
  'no-change-kk',
  'no-change-ru',
  'observations',
] as const satisfies readonly AnswerKey[];
export type TypedKey = (typeof typedKeys)[number];

const widths: Readonly<Record<AnswerKey, number>> = {
  number: 26,
  group: 18,
  clause: 18,
  point: 34,
  type: 12,
  remark: 60,
  wording: 40,
  decision: 18,
  reason: 26,
  'ground-kk': 50,
  'ground-ru': 50,
  changed: 20,
  'no-change-kk': 30,
  'no-change-ru': 30,
  observations: 30,
  state: 10,
};

const isTyped = (key: AnswerKey): key is TypedKey => (typedKeys as readonly AnswerKey[]).includes(key);

/** @param reasons that may be given in the discussion */
export function answerColumns(reasons: readonly DecisionReason[], language: Language): SheetColumn[] {
  const t = translator(language);
  const choices: Partial<Record<AnswerKey, readonly string[]>> = {
    decision: outcomeWords(language).map(({ words }) => words),
    reason: reasonWords(reasons, language).map(({ words }) => words),
  };
  return answerKeys.map((key) => ({
    heading: headed(t(`sheet.column.${key}`), key),
    width: widths[key],
    type: 'text',
    isWrapped: true,
    isHidden: key === 'state',
    isFixed: !isTyped(key),
    isTyped: isTyped(key),
    choices: choices[key],
    note: isTyped(key) ? t(`sheet.note.${key}`) : undefined,
  }));
}

export const answerTable: TableToFind<AnswerKey> = {
  keys: answerKeys,
  words: new Map(
    languages.flatMap((language) =>
      answerKeys.map((key) => [inOneForm(translator(language)(`sheet.column.${key}`)), key] as const),
    ),
  ),
  needed: ['number', 'remark', 'state', ...typedKeys.filter((key) => key !== 'observations')],
};
