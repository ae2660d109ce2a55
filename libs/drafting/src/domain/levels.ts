import { type DraftPart, inOrder } from './clause.js';

/** How deep each part stands, 1 at the top, by lineage id: what a list of rows stores instead of parents. */
export function levelsOf(parts: readonly DraftPart[]): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const part of inOrder(parts)) {
    levels.set(part.lineageId, part.parent === null ? 1 : (levels.get(part.parent) ?? 0) + 1);
  }
  return levels;
}

/** The way back: rows in the order of the text, each stands in the nearest one before it of a smaller level. */
export function parentsByLevel(
  rows: readonly { readonly lineageId: string; readonly level: number }[],
): ReadonlyMap<string, string | null> {
  const open: { lineageId: string; level: number }[] = [];
  return new Map(
    rows.map((row) => {
      while (open.length > 0 && (open.at(-1)?.level ?? 0) >= row.level) open.pop();
      const parent = open.at(-1)?.lineageId ?? null;
      open.push(row);
      return [row.lineageId, parent];
    }),
  );
}
