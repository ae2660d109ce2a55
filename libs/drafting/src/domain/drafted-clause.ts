import { isId, isWritableText, type Multilingual } from '#lib/kernel';
import { type DraftPart, type DraftText, inOrder, wordingOf } from './clause.js';
import { levelsOf, parentsByLevel } from './levels.js';
import { type TreeFault, treeFaults } from './part-tree.js';

/** A part as it is drafted and stored: a list in the order of the text, with levels in place of parents. */
export interface DraftedClause {
  /** Kept when given (REQ-24); otherwise taken over from the version before, or new. */
  readonly lineageId?: string;
  readonly kind: 'SECTION' | 'CLAUSE';
  /** 1 at the top; a part stands in the nearest one before it of a smaller level. */
  readonly level: number;
  /** The number as printed; empty where the text has none. */
  readonly label: string;
  /** Heading of a section, text of a clause. */
  readonly text: Multilingual;
}

export interface DraftedClauseFault {
  readonly fault:
    | TreeFault['fault']
    | 'too-many'
    | 'lineage-not-an-id'
    | 'level-wrong'
    | 'label-too-long'
    | 'text-too-long'
    | 'control-character'
    | 'not-text';
  /** Place in the list, from 1; 0 is the title. */
  readonly position: number;
}

export const draftLimits = { clauses: 5_000, textLength: 100_000, labelLength: 40, depth: 9 } as const;

/**
 * What keeps a list of clauses from being a text; none = it is one. Its shape is looked at only when every row is sound. An
 * empty text is no fault before placement.
 * @param idAt the lineage id each clause is to have
 */
export function draftedClauseFaults(
  clauses: readonly DraftedClause[],
  idAt: (index: number) => string,
): DraftedClauseFault[] {
  if (clauses.length > draftLimits.clauses) return [{ fault: 'too-many', position: draftLimits.clauses + 1 }];
  const faults = clauses.flatMap((clause, index) => faultsOf(clause).map((fault) => ({ fault, position: index + 1 })));
  if (faults.length > 0) return faults;
  const parts = partsOf(clauses, idAt);
  const places = new Map(parts.map(({ lineageId, position }) => [lineageId, position]));
  return treeFaults(parts).map(({ fault, partId }) => ({ fault, position: places.get(partId) ?? 1 }));
}

function faultsOf({ lineageId, level, label, text }: DraftedClause): DraftedClauseFault['fault'][] {
  const words = [text.kk, text.ru, text.en ?? ''];
  const faults: DraftedClauseFault['fault'][] = [];
  if (lineageId !== undefined && !isId(lineageId)) faults.push('lineage-not-an-id');
  if (!Number.isInteger(level) || level < 1 || level > draftLimits.depth) faults.push('level-wrong');
  if (label.length > draftLimits.labelLength) faults.push('label-too-long');
  if (words.some(({ length }) => length > draftLimits.textLength)) faults.push('text-too-long');
  if ([label, ...words].some((value) => /[^\P{Cc}\n\r\t]/u.test(value))) faults.push('control-character');
  else if (![label, ...words].every(isWritableText)) faults.push('not-text');
  return faults;
}

/** The list as a tree, each part with the id `idAt` gives it. */
export function partsOf(clauses: readonly DraftedClause[], idAt: (index: number) => string): DraftPart[] {
  const rows = clauses.map((clause, index) => ({ ...clause, lineageId: idAt(index) }));
  const parents = parentsByLevel(rows);
  return rows.map((row, index): DraftPart => {
    const placed = {
      lineageId: row.lineageId,
      parent: parents.get(row.lineageId) ?? null,
      position: index + 1,
      label: row.label,
    };
    return row.kind === 'SECTION'
      ? { kind: 'section', ...placed, heading: row.text }
      : { kind: 'clause', ...placed, text: row.text };
  });
}

/** The tree as a list, as it is stored. */
export function clausesOfText(draft: DraftText): (DraftedClause & { readonly lineageId: string })[] {
  const levels = levelsOf(draft.parts);
  return inOrder(draft.parts).map((part) => ({
    lineageId: part.lineageId,
    kind: part.kind === 'section' ? 'SECTION' : 'CLAUSE',
    level: levels.get(part.lineageId) ?? 1,
    label: part.label,
    text: wordingOf(part),
  }));
}
