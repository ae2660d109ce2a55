import type { DraftPart } from './clause.js';
import { siblingsByParent } from './siblings.js';

/**
 * The lineage ids of both texts in one order: that of the later text, and each removed part in the place where it stood,
 * after what stood before it and is there still, and before whatever was put in its place.
 * @param moved those that stand elsewhere now and so tell nothing of the place of others
 */
export function inBothOrders(
  before: readonly DraftPart[],
  after: readonly DraftPart[],
  moved: ReadonlySet<string>,
): string[] {
  const old = siblingsByParent(before);
  const young = siblingsByParent(after);
  const kept = new Set(after.map(({ lineageId }) => lineageId));
  const within = (parent: string | null): string[] => {
    const { first, following } = removedPlaces(old.get(parent) ?? [], kept, moved);
    const withParts = (id: string): string[] => [id, ...within(id)];
    return [
      ...first.flatMap(withParts),
      ...(young.get(parent) ?? []).flatMap(({ lineageId }) => [
        ...withParts(lineageId),
        ...(following.get(lineageId) ?? []).flatMap(withParts),
      ]),
    ];
  };
  return within(null);
}

/** Removed siblings by the one that stayed before them. */
function removedPlaces(siblings: readonly DraftPart[], kept: ReadonlySet<string>, moved: ReadonlySet<string>) {
  const first: string[] = [];
  const following = new Map<string, string[]>();
  let place = first;
  for (const { lineageId } of siblings) {
    if (!kept.has(lineageId)) place.push(lineageId);
    else if (!moved.has(lineageId)) following.set(lineageId, (place = []));
  }
  return { first, following };
}
