import type { DraftedClause } from '#lib/drafting';
import type { Multilingual } from '#lib/kernel';
import { LineCounter, parseDocument, isMap, isSeq } from 'yaml';
import { scalarText } from '../command-line/scalar-text.js';
import type { Reading, RowFault } from './row-fault.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads `draft.yaml`: a list of `{ section: '1.', kk, ru, en }` and `{ clause: '1.', level?, kk, ru, en }` in the order of
 * the text; for drafts that come from data, not from a document. A clause stands at level 2 unless it says otherwise.
 */
export function readDraftRows(file: string, content: string): Reading<DraftedClause> {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines });
  const faults: RowFault[] = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    reason: error.message.split('\n')[0] ?? 'is not YAML',
  }));
  if (faults.length > 0) return { rows: [], faults };
  if (!isSeq(document.contents))
    return { rows: [], faults: [{ file, line: 1, reason: 'is no list of sections and clauses' }] };
  const rows = document.contents.items.flatMap((item): DraftedClause[] => {
    const line = isMap(item) && item.range ? lines.linePos(item.range[0]).line : 1;
    const row = isMap(item) ? rowOf(item.toJSON() as Fields) : undefined;
    if (row) return [row];
    faults.push({ file, line, reason: 'is neither a section nor a clause' });
    return [];
  });
  return { rows, faults };
}

function rowOf(fields: Fields): DraftedClause | undefined {
  const words: Multilingual = {
    kk: scalarText(fields['kk']),
    ru: scalarText(fields['ru']),
    ...(fields['en'] === undefined ? {} : { en: scalarText(fields['en']) }),
  };
  if (fields['section'] !== undefined)
    return { kind: 'SECTION', level: 1, label: scalarText(fields['section']), text: words };
  if (fields['clause'] === undefined) return undefined;
  return { kind: 'CLAUSE', level: Number(fields['level'] ?? 2), label: scalarText(fields['clause']), text: words };
}
