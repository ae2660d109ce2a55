import { type Outcome, outcomes } from '#lib/consideration';
import type { Reading, RowFault } from './row-fault.js';
import { readTable } from './table-file.js';

/** The `ref` of the row that decides every remark without a row of its own. */
export const EVERY_OTHER = '*';

export interface DecisionRow {
  readonly line: number;
  readonly ref: string;
  readonly outcome: Outcome;
  readonly reasonCode: string;
  readonly groundKk: string;
  readonly groundRu: string;
  /** As the file names them (`10.3; 11`); none when the text is not changed. */
  readonly changedClauses: readonly string[];
  readonly noChangeKk: string;
  readonly noChangeRu: string;
}

export const decisionColumns = [
  'ref',
  'outcome',
  'reason_code',
  'ground_kk',
  'ground_ru',
  'changed_clause',
  'no_change_kk',
  'no_change_ru',
] as const;

/** Reads decisions from CSV; each refers to a remark by its `ref`, or to every other one by `*`. */
export function readDecisionRows(file: string, text: string, refs: ReadonlySet<string>): Reading<DecisionRow> {
  const table = readTable(file, text, decisionColumns);
  const faults: RowFault[] = [...table.faults];
  const seen = new Set<string>();
  const rows = table.rows.flatMap(({ line, fields }): DecisionRow[] => {
    const fault = (reason: string, field: string) => faults.push({ file, line, reason, field });
    const ref = fields['ref'] ?? '';
    if (ref !== EVERY_OTHER && !refs.has(ref)) fault('no remark has this ref', 'ref');
    if (seen.has(ref)) fault('stands twice', 'ref');
    seen.add(ref);
    const outcome = outcomes.find((word) => word === fields['outcome']);
    if (!outcome) {
      fault(`is none of ${outcomes.join(', ')}`, 'outcome');
      return [];
    }
    return [
      {
        line,
        ref,
        outcome,
        reasonCode: fields['reason_code'] ?? '',
        groundKk: fields['ground_kk'] ?? '',
        groundRu: fields['ground_ru'] ?? '',
        changedClauses: (fields['changed_clause'] ?? '')
          .split(';')
          .map((path) => path.trim())
          .filter(Boolean),
        noChangeKk: fields['no_change_kk'] ?? '',
        noChangeRu: fields['no_change_ru'] ?? '',
      },
    ];
  });
  return { rows, faults };
}

/** The decision on a remark: its own, else the one on every other; nothing leaves it undecided. */
export const decisionOn = (ref: string, rows: readonly DecisionRow[]): DecisionRow | undefined =>
  rows.find((row) => row.ref === ref) ?? rows.find((row) => row.ref === EVERY_OTHER);
