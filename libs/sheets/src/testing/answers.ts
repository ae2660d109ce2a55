import { hash } from 'node:crypto';
import type { TypedKey } from '../answers/answer-columns.js';
import type { EditedWorkbook, Typing } from './edited-workbook.js';

export const refused = {
  outcome: 'NOT_TAKEN_INTO_ACCOUNT',
  reasonCode: 'ALREADY_PROVIDED',
  groundKk: 'Жобаның екінші бөлімінде көзделген.',
  groundRu: 'Предусмотрено вторым разделом проекта.',
} as const;
export const accepted = { ...refused, outcome: 'TAKEN_INTO_ACCOUNT', reasonCode: 'ACCEPTED' } as const;

/** Types the same refusal into a row of a Russian sheet, and what is said besides. */
export function answerIn(sheet: EditedWorkbook, row: number, more: Partial<Record<TypedKey, Typing>>): EditedWorkbook {
  const typed: Partial<Record<TypedKey, Typing>> = {
    decision: 'Не учтено',
    reason: 'уже предусмотрено проектом',
    'ground-kk': refused.groundKk,
    'ground-ru': refused.groundRu,
    ...more,
  };
  for (const [key, typing] of Object.entries(typed)) sheet.type(row, key, typing);
  return sheet;
}

export const sha256Hex = (content: Buffer): string => hash('sha256', content);
