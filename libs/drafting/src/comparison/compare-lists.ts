import { diffArrays } from 'diff';
import type { ComparisonEffort } from './comparison-effort.js';

/** Items that are in both lists, or items of the earlier that gave way to items of the later; then one side may be empty. */
export interface Run<Item> {
  readonly isSame: boolean;
  readonly before: readonly Item[];
  readonly after: readonly Item[];
}

/**
 * What two lists have in common, in order; same and replaced runs take turns. When there is more change than the effort allows,
 * what stands between the common beginning and the common end is one replaced run.
 * @param keyOf equal for items that count as the same
 */
export function compareLists<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  effort: ComparisonEffort,
): Run<Item>[] {
  const most = effort.mostChanges;
  const changes = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: most });
  effort.spend(before.length + after.length, changes ? changedIn(changes) : most);
  if (!changes) return replacedBetweenEnds(before, after, keyOf);
  const runs: Run<Item>[] = [];
  let [old, young] = [0, 0];
  for (const { count, added, removed } of changes) {
    const run = {
      isSame: !added && !removed,
      before: before.slice(old, added ? old : (old += count)),
      after: after.slice(young, removed ? young : (young += count)),
    };
    const last = runs.at(-1);
    if (last && !last.isSame && !run.isSame) runs.splice(-1, 1, replacedRun([last, run]));
    else runs.push(run);
  }
  return runs;
}

/** Runs one after another as one that was replaced. */
export const replacedRun = <Item>(runs: readonly Run<Item>[]): Run<Item> => ({
  isSame: false,
  before: runs.flatMap(({ before }) => before),
  after: runs.flatMap(({ after }) => after),
});

const changedIn = (changes: readonly { count: number; added: boolean; removed: boolean }[]): number =>
  changes.reduce((sum, { count, added, removed }) => sum + (added || removed ? count : 0), 0);

function replacedBetweenEnds<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): Run<Item>[] {
  const isEqual = (one: Item | undefined, other: Item | undefined) =>
    one !== undefined && other !== undefined && keyOf(one) === keyOf(other);
  const most = Math.min(before.length, after.length);
  let [start, end] = [0, 0];
  while (start < most && isEqual(before[start], after[start])) start++;
  while (end < most - start && isEqual(before.at(-1 - end), after.at(-1 - end))) end++;
  const beginning = { isSame: true, before: before.slice(0, start), after: after.slice(0, start) };
  const ending = { isSame: true, before: before.slice(before.length - end), after: after.slice(after.length - end) };
  const middle = {
    isSame: false,
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
  };
  return [beginning, middle, ending].filter((run) => run.before.length + run.after.length > 0);
}
