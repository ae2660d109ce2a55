import { type DraftPart, inOrder } from './clause.js';

/** What stands directly in each part, in the order of the text; under null what stands at the top. */
export function siblingsByParent(parts: readonly DraftPart[]): ReadonlyMap<string | null, readonly DraftPart[]> {
  const groups = new Map<string | null, DraftPart[]>();
  for (const part of inOrder(parts)) {
    const group = groups.get(part.parent);
    if (group) group.push(part);
    else groups.set(part.parent, [part]);
  }
  return groups;
}
