import { UnionFind } from '../similarity/union-find.js';

/**
 * Sets that overlap become one: A and B share an address, B and C a name, so A, B and C are one sender's (REQ-43).
 * @returns each id once, sets and ids in the order in which they came
 */
export function setsOfSame(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const ids = [...new Set(sets.flat())];
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = (id: string | undefined) => places.get(id ?? '') ?? 0;
  const united = new UnionFind(ids.length);
  for (const set of sets) for (const id of set) united.unite(placeOf(set[0]), placeOf(id));
  const found = new Map<number, string[]>();
  for (const [place, id] of ids.entries()) {
    const root = united.find(place);
    const set = found.get(root);
    if (set) set.push(id);
    else found.set(root, [id]);
  }
  return [...found.values()];
}
