import type { DraftPart } from '#lib/drafting';

/**
 * Where people say a clause stands, by lineage id's own path: `10` is paragraph 10, `10.3` its sub-paragraph 3); a heading
 * is `§2`. Numbers are those printed, without dot and bracket.
 */
export function clausePaths(parts: readonly DraftPart[]): ReadonlyMap<string, string> {
  const byId = new Map(parts.map((part) => [part.lineageId, part]));
  const pathOf = (part: DraftPart): string => {
    const number = part.label.replace(/[.)]+$/, '');
    if (part.kind === 'section') return `§${number}`;
    const parent = part.parent === null ? undefined : byId.get(part.parent);
    return parent?.kind === 'clause' ? `${pathOf(parent)}.${number}` : number;
  };
  const paths = new Map<string, string>();
  for (const part of parts) if (!paths.has(pathOf(part))) paths.set(pathOf(part), part.lineageId);
  return paths;
}

/** The path of each clause a file names that the draft does not have. */
export const unknownPaths = (named: readonly string[], paths: ReadonlyMap<string, string>): readonly string[] =>
  named.filter((path) => !paths.has(path));
