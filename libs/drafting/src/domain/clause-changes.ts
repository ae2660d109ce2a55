import type { Multilingual } from '#lib/kernel';
import { lineFeeds } from './canonical-text.js';
import { type DraftPart, type DraftText, wordingOf } from './clause.js';
import { inBothOrders } from './both-orders.js';
import { movedParts } from './moved-parts.js';

// What became of each clause between two versions of a draft, by lineage id (REQ-24, REQ-52, REQ-76): numbers play no part.

export type ClauseStatus = 'unchanged' | 'changed' | 'added' | 'removed';

export interface ClauseChange {
  readonly lineageId: string;
  /** By the words and the kind of the part. */
  readonly status: ClauseStatus;
  /** It stands in another part, or in another order among those beside it. Its own sub-paragraphs go with it, unmoved. */
  readonly isMoved: boolean;
  readonly isRenumbered: boolean;
  /** null when added. */
  readonly before: DraftPart | null;
  /** null when removed. */
  readonly after: DraftPart | null;
}

/** How many clauses; a moved or renumbered one is counted as changed or unchanged besides. */
export type ChangeCounts = Readonly<Record<ClauseStatus | 'moved' | 'renumbered', number>>;

/**
 * Every clause of either text in the order of the later one; a removed one stands where it stood. Proper texts are expected
 * (`treeFaults`).
 */
export function clauseChanges(before: DraftText, after: DraftText): ClauseChange[] {
  const old = byId(before.parts);
  const young = byId(after.parts);
  const moved = movedParts(before.parts, after.parts);
  return inBothOrders(before.parts, after.parts, moved).map((lineageId) => {
    const [was, is] = [old.get(lineageId) ?? null, young.get(lineageId) ?? null];
    return {
      lineageId,
      status: statusOf(was, is),
      isMoved: moved.has(lineageId),
      isRenumbered: was !== null && is !== null && was.label !== is.label,
      before: was,
      after: is,
    };
  });
}

/** Whether there is more to show than a new number. */
export const isChange = ({ status, isMoved }: Pick<ClauseChange, 'status' | 'isMoved'>): boolean =>
  status !== 'unchanged' || isMoved;

export function countChanges(changes: readonly ClauseChange[]): ChangeCounts {
  const counts = { unchanged: 0, changed: 0, added: 0, removed: 0, moved: 0, renumbered: 0 };
  for (const { status, isMoved, isRenumbered } of changes) {
    counts[status]++;
    if (isMoved) counts.moved++;
    if (isRenumbered) counts.renumbered++;
  }
  return counts;
}

function statusOf(was: DraftPart | null, is: DraftPart | null): ClauseStatus {
  if (!was) return 'added';
  if (!is) return 'removed';
  return was.kind === is.kind && isSameWording(wordingOf(was), wordingOf(is)) ? 'unchanged' : 'changed';
}

/** The same words in each language; the kind of line ends makes no difference (REQ-23). */
export const isSameWording = (one: Multilingual, other: Multilingual): boolean =>
  (['kk', 'ru', 'en'] as const).every((code) => lineFeeds(one[code] ?? '') === lineFeeds(other[code] ?? ''));

const byId = (parts: readonly DraftPart[]): ReadonlyMap<string, DraftPart> =>
  new Map(parts.map((part) => [part.lineageId, part]));
