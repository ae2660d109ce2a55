import { columnLetters, type ReadCell, type ReadRow, type ReadSheet } from '#lib/documents';
import { type RemarkKind, TEXT_LIMIT } from '#lib/discussion';
import type { LabelReader } from '../workbook/clause-labels.js';
import { findTable } from '../workbook/find-table.js';
import { keyIn } from '../workbook/heading-key.js';
import { SheetRefused } from '../workbook/sheet-refused.js';
import { type CellFault, typedCell, type UnreadableFault } from '../workbook/typed-cell.js';
import {
  isWholeDraft,
  readKind,
  type RemarkKey,
  remarkKeys,
  type SenderKey,
  senderKeys,
  remarkTable,
} from './remark-columns.js';

/** More remarks than this are not entered at once. */
const MOST_REMARKS = 1_000;
const LINE_LIMIT = 500;

export type RemarkFaultName = UnreadableFault | 'kind-missing' | 'kind-unknown' | 'clause-not-in-draft';

export interface ReadRemark {
  /** As people see it in the sheet. */
  readonly row: number;
  readonly kind: RemarkKind;
  readonly anchors: readonly string[];
  readonly text: string;
  readonly proposedWording: string;
  readonly faults: readonly CellFault<RemarkFaultName>[];
  readonly address: (key: RemarkKey) => string;
}

export interface ReadSender {
  readonly texts: Readonly<Record<SenderKey, string>>;
  readonly faults: readonly CellFault<UnreadableFault>[];
  /** Where the value is to be typed; the name of the field where its line is gone. */
  readonly address: (key: SenderKey) => string;
}

export interface ReadIntake {
  readonly sender: ReadSender;
  readonly remarks: readonly ReadRemark[];
}

/** @throws SheetRefused when the table is not there, is empty, or is too long */
export function readIntake(sheets: readonly ReadSheet[], labels: LabelReader): ReadIntake {
  const { columns, rows } = findTable(sheets, remarkTable);
  const filled = rows.filter((row) => hasAnything(row, columns));
  if (filled.length === 0) throw new SheetRefused('no-rows');
  if (filled.length > MOST_REMARKS) throw new SheetRefused('too-many-remarks', { limit: MOST_REMARKS });
  return { sender: readSender(sheets), remarks: filled.map((row) => readRemark(row, columns, labels)) };
}

const hasAnything = ({ cells }: ReadRow, columns: ReadonlyMap<RemarkKey, string>): boolean =>
  remarkKeys.some((key) => {
    const cell = cells.get(columns.get(key) ?? '');
    return cell !== undefined && (cell.isFormula || String(cell.value).trim() !== '');
  });

function readRemark(row: ReadRow, columns: ReadonlyMap<RemarkKey, string>, labels: LabelReader): ReadRemark {
  const address = (key: RemarkKey): string => `${columns.get(key) ?? ''}${row.number}`;
  const cells = Object.fromEntries(
    remarkKeys.map((key) => [key, typedCell(row, columns.get(key), TEXT_LIMIT)]),
  ) as Record<RemarkKey, ReturnType<typeof typedCell>>;
  const kind = readKind(cells.type.text);
  const { ids, unknown } = isWholeDraft(cells.clause.text) ? { ids: [], unknown: [] } : labels.read(cells.clause.text);
  const faults: CellFault<RemarkFaultName>[] = remarkKeys.flatMap((key) => cells[key].fault ?? []);
  if (!cells.type.fault && kind === undefined) {
    const value = cells.type.text;
    faults.push({
      address: address('type'),
      ...(value === '' ? { fault: 'kind-missing' } : { fault: 'kind-unknown', value }),
    });
  }
  faults.push(
    ...unknown.map((value) => ({ address: address('clause'), fault: 'clause-not-in-draft', value }) as const),
  );
  return {
    row: row.number,
    kind: kind ?? 'REMARK',
    anchors: ids,
    text: cells.remark.text,
    proposedWording: cells.wording.text,
    faults,
    address,
  };
}

/** What stands to the right of each label that has a key, wherever it was moved to. */
function readSender(sheets: readonly ReadSheet[]): ReadSender {
  const found = new Map<SenderKey, { readonly address: string; readonly cell: ReturnType<typeof typedCell> }>();
  for (const { rows } of sheets) {
    for (const row of rows) {
      for (const label of row.cells.values()) {
        const key = senderKeyOf(label);
        if (key === undefined || found.has(key)) continue;
        const letters = columnLetters(label.column + 1);
        found.set(key, { address: `${letters}${row.number}`, cell: typedCell(row, letters, LINE_LIMIT) });
      }
    }
  }
  const texts = Object.fromEntries(senderKeys.map((key) => [key, oneLine(found.get(key)?.cell.text ?? '')]));
  return {
    texts: texts as ReadSender['texts'],
    faults: [...found.values()].flatMap(({ cell }) => cell.fault ?? []),
    address: (key) => found.get(key)?.address ?? key,
  };
}

const senderKeyOf = (cell: ReadCell): SenderKey | undefined => {
  const said = cell.kind === 'text' ? keyIn(cell.value) : undefined;
  return senderKeys.find((key) => key === said);
};

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
