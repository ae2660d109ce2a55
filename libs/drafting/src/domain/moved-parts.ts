import type { DraftPart } from './clause.js';
import { longestRising } from './longest-rising.js';
import { siblingsByParent } from './siblings.js';

/**
 * The lineage ids of the parts that stand elsewhere than before: in another part, or beside the same ones in another order.
 * As few as explain the order, so one clause put in moves none of those after it, and one taken to the end is the only one.
 */
export function movedParts(before: readonly DraftPart[], after: readonly DraftPart[]): ReadonlySet<string> {
  const old = new Map(before.map((part) => [part.lineageId, part]));
  const moved = new Set<string>();
  for (const siblings of siblingsByParent(after).values()) {
    const stayed: number[] = [];
    const known = siblings.flatMap(({ lineageId, parent }) => {
      const was = old.get(lineageId);
      if (!was) return [];
      if (was.parent === parent) stayed.push(was.position);
      else moved.add(lineageId);
      return was.parent === parent ? [lineageId] : [];
    });
    const inPlace = new Set(longestRising(stayed));
    for (const [place, lineageId] of known.entries()) if (!inPlace.has(place)) moved.add(lineageId);
  }
  return moved;
}
