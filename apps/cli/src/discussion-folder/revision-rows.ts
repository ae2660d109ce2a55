import type { Multilingual } from '#lib/kernel';
import type { Reading } from './row-fault.js';
import { readTable } from './table-file.js';

/** The new words of one clause in the draft revised on the remarks (A2.1). */
export interface RevisionRow {
  readonly line: number;
  readonly clause: string;
  readonly text: Multilingual;
}

export const revisionColumns = ['clause', 'text_kk', 'text_ru', 'text_en'] as const;

export function readRevisionRows(file: string, text: string): Reading<RevisionRow> {
  const table = readTable(file, text, revisionColumns);
  const rows = table.rows.map(({ line, fields }) => {
    const { clause = '', text_kk: kk = '', text_ru: ru = '', text_en: en } = fields;
    return { line, clause, text: { kk, ru, ...(en ? { en } : {}) } };
  });
  return { rows, faults: table.faults };
}
