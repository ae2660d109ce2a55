import { type ClauseChange, isChange } from './clause-changes.js';

/** Which clauses of a comparison are looked at. */
export interface ClauseChoice {
  /** Of all of them, or only of those with more to show than a new number. */
  readonly isWhole: boolean;
  /** At most so many, after so many. */
  readonly size: number;
  readonly passOver: number;
  /** Lineage id: the page of this size that holds the clause; of the whole text, when nothing but its number changed. */
  readonly holding?: string;
}

export const everyClause: ClauseChoice = { isWhole: true, size: Infinity, passOver: 0 };

export interface ChosenClauses {
  readonly clauses: readonly ClauseChange[];
  readonly isWhole: boolean;
  /** How many there were to choose from, and how many stand before the first chosen one. */
  readonly total: number;
  readonly passedOver: number;
}

/** A page of the clauses; past the end it is the last one that has any. */
export function chooseClauses(changes: readonly ClauseChange[], choice: ClauseChoice): ChosenClauses {
  const { size, holding } = choice;
  const asked = changes.find(({ lineageId }) => lineageId === holding);
  const isWhole = choice.isWhole || (asked !== undefined && !isChange(asked));
  const open = isWhole ? changes : changes.filter(isChange);
  const wanted = asked ? open.indexOf(asked) : choice.passOver;
  const place = Math.max(0, Math.min(wanted, open.length - 1));
  const passedOver = place === wanted && !asked ? place : place - (place % size);
  return { clauses: open.slice(passedOver, passedOver + size), isWhole, total: open.length, passedOver };
}
