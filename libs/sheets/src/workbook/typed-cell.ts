import type { ReadRow } from '#lib/documents';
import { isWritableText } from '#lib/kernel';

/** What is wrong with one cell, told by its address. */
export interface CellFault<Name extends string = string> {
  /** G14 */
  readonly address: string;
  readonly fault: Name;
  /** What stands there, where that helps to find it. */
  readonly value?: string;
  /** The least or the most that is allowed, where the fault is about that. */
  readonly limit?: number;
}

export type UnreadableFault = 'formula' | 'not-typed' | 'not-text' | 'too-long';

export interface TypedCell {
  /** Trimmed; empty for an empty cell, and for one that cannot be read. */
  readonly text: string;
  readonly fault: CellFault<UnreadableFault> | null;
}

/**
 * What a person typed into a cell: a text, or a number as it reads. The result of a formula is nobody's word and may be anything,
 * so it is refused by its address, whatever it shows.
 * @param limit characters (code points)
 */
export function typedCell({ cells, number }: ReadRow, letters: string | undefined, limit: number): TypedCell {
  const cell = letters === undefined ? undefined : cells.get(letters);
  if (!cell) return { text: '', fault: null };
  const address = `${letters}${number}`;
  const refused = (fault: UnreadableFault, more = {}): TypedCell => ({ text: '', fault: { address, fault, ...more } });
  if (cell.isFormula) return refused('formula');
  if (cell.kind !== 'text' && cell.kind !== 'number') return refused('not-typed', { value: String(cell.value) });
  const text = String(cell.value).trim();
  if (!isWritableText(text)) return refused('not-text');
  return text.length > limit && Array.from(text).length > limit
    ? refused('too-long', { limit })
    : { text, fault: null };
}
