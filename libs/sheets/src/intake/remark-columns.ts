import type { SheetColumn } from '#lib/documents';
import { type RemarkKind, remarkKinds } from '#lib/discussion';
import { type Language, languages } from '#lib/kernel';
import { type MessageKey, translator } from '#lib/localisation';
import { headed, inOneForm } from '../workbook/heading-key.js';
import type { TableToFind } from '../workbook/find-table.js';

/** What an organisation fills in of each remark. */
export const remarkKeys = ['clause', 'type', 'remark', 'wording'] as const;
export type RemarkKey = (typeof remarkKeys)[number];

/** What it says of itself, once (REQ-30). */
export const senderKeys = ['organisation', 'bin', 'representative', 'ground', 'email'] as const;
export type SenderKey = (typeof senderKeys)[number];

const widths: Readonly<Record<RemarkKey, number>> = { clause: 30, type: 16, remark: 80, wording: 60 };

const kindNames: Readonly<Record<RemarkKind, MessageKey>> = {
  REMARK: 'remark.kind.remark',
  PROPOSAL: 'remark.kind.proposal',
};

const kindWords = (language: Language): string[] => remarkKinds.map((kind) => translator(language)(kindNames[kind]));

/** What was chosen, in whatever language; undefined for words that are none of the list. */
export const readKind = (typed: string): RemarkKind | undefined =>
  remarkKinds.find((kind) =>
    languages.some((language) => inOneForm(translator(language)(kindNames[kind])) === inOneForm(typed)),
  );

/** Words that mean the draft as a whole, in whatever language; so does an empty cell. */
export const isWholeDraft = (typed: string): boolean =>
  typed === '' || languages.some((language) => inOneForm(translator(language)('draft.whole')) === inOneForm(typed));

/** @param labels of the clauses of the draft under discussion */
export function remarkColumns(labels: readonly string[], language: Language): SheetColumn[] {
  const t = translator(language);
  const choices: Partial<Record<RemarkKey, readonly string[]>> = {
    clause: [t('draft.whole'), ...labels],
    type: kindWords(language),
  };
  return remarkKeys.map((key) => ({
    heading: headed(t(`sheet.intake.column.${key}`), key),
    width: widths[key],
    type: 'text',
    isWrapped: true,
    isTyped: true,
    choices: choices[key],
    note: t(`sheet.intake.note.${key}`),
  }));
}

export const remarkTable: TableToFind<RemarkKey> = {
  keys: remarkKeys,
  words: new Map(
    languages.flatMap((language) =>
      remarkKeys.map((key) => [inOneForm(translator(language)(`sheet.intake.column.${key}`)), key] as const),
    ),
  ),
  needed: remarkKeys,
};
