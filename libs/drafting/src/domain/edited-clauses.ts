import { type DraftedClause, draftLimits } from './drafted-clause.js';

/** What is done to one clause of a list, besides what is typed in it. A clause takes with it what stands in it. */
export const clauseEdits = ['add', 'remove', 'up', 'down', 'in', 'out'] as const;
export type ClauseEdit = (typeof clauseEdits)[number];

export interface EditedClauses {
  readonly clauses: readonly DraftedClause[];
  /** Where the clause is now, from 1; after a removal the one in its place; 0 when none is left. */
  readonly at: number;
}

/**
 * The list after one edit, in the order of the text; an edit that is not possible there changes nothing.
 * @param place of the clause, from 1; `add` takes 0 too, for the beginning
 */
export function editClauses(clauses: readonly DraftedClause[], edit: ClauseEdit, place: number): EditedClauses {
  if (edit === 'add') return added(clauses, Math.min(Math.max(place, 0), clauses.length));
  const clause = clauses[place - 1];
  if (!clause) return { clauses, at: Math.min(Math.max(place, 0), clauses.length) };
  if (edit === 'remove') return without(clauses, place);
  if (!isEditPossible(clauses, edit, place)) return { clauses, at: place };
  if (edit === 'up') return moved(clauses, place, before(clauses, place));
  if (edit === 'down') return moved(clauses, place, after(clauses, place));
  return deeper(clauses, place, edit === 'in' ? 1 : -1);
}

/** Whether the edit would change anything: what has a button. */
export function isEditPossible(clauses: readonly DraftedClause[], edit: ClauseEdit, place: number): boolean {
  const level = levelAt(clauses, place);
  if (edit === 'add') return clauses.length < draftLimits.clauses;
  if (level === 0) return false;
  if (edit === 'remove') return true;
  if (edit === 'up') return place > 1;
  if (edit === 'down') return endOf(clauses, place) < clauses.length;
  if (edit === 'out') return level > 1;
  // It goes into the clause before it on its level or deeper; nothing in it may come to stand too deep.
  const block = clauses.slice(place - 1, endOf(clauses, place));
  return levelAt(clauses, place - 1) >= level && block.every((each) => each.level < draftLimits.depth);
}

const levelAt = (clauses: readonly DraftedClause[], place: number): number => clauses[place - 1]?.level ?? 0;

/** The place of the last clause that stands in this one; its own when there is none. */
function endOf(clauses: readonly DraftedClause[], place: number): number {
  let end = place;
  while (levelAt(clauses, end + 1) > levelAt(clauses, place)) end += 1;
  return end;
}

/** A clause begins as deep as its neighbour, and in a section one deeper. */
function added(clauses: readonly DraftedClause[], place: number): EditedClauses {
  const neighbour = clauses[place - 1];
  const level = neighbour ? neighbour.level + (neighbour.kind === 'SECTION' ? 1 : 0) : 1;
  const clause: DraftedClause = {
    kind: 'CLAUSE',
    level: Math.min(level, draftLimits.depth),
    label: '',
    text: { kk: '', ru: '' },
  };
  return { clauses: clauses.toSpliced(place, 0, clause), at: place + 1 };
}

/** What stood in it stays, and stands in what is before it. */
function without(clauses: readonly DraftedClause[], place: number): EditedClauses {
  const left = clauses.toSpliced(place - 1, 1);
  return { clauses: left, at: Math.min(place, left.length) };
}

/** The place before which a clause moved up comes: its neighbour on its level, or what it stands in. */
function before(clauses: readonly DraftedClause[], place: number): number {
  let target = place - 1;
  while (levelAt(clauses, target) > levelAt(clauses, place)) target -= 1;
  const isNeighbour = levelAt(clauses, target) === levelAt(clauses, place);
  return isNeighbour || target === place - 1 ? Math.max(target, 1) : target + 1;
}

/** The place before which a clause moved down comes: after its neighbour, or into the next that it may stand in. */
function after(clauses: readonly DraftedClause[], place: number): number {
  const next = endOf(clauses, place) + 1;
  return levelAt(clauses, next) === levelAt(clauses, place) ? endOf(clauses, next) + 1 : next + 1;
}

/** @param target the place, in the list as it is, before which it comes */
function moved(clauses: readonly DraftedClause[], place: number, target: number): EditedClauses {
  const end = endOf(clauses, place);
  const block = clauses.slice(place - 1, end);
  const rest = clauses.toSpliced(place - 1, block.length);
  const at = target > place ? target - block.length : target;
  return { clauses: rest.toSpliced(at - 1, 0, ...block), at };
}

function deeper(clauses: readonly DraftedClause[], place: number, by: 1 | -1): EditedClauses {
  const end = endOf(clauses, place);
  const isInside = (index: number) => index >= place - 1 && index < end;
  return {
    clauses: clauses.map((clause, index) => (isInside(index) ? { ...clause, level: clause.level + by } : clause)),
    at: place,
  };
}
