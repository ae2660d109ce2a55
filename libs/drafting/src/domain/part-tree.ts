import type { DraftPart } from './clause.js';

export interface TreeFault {
  readonly fault:
    'lineage-repeated' | 'position-repeated' | 'parent-unknown' | 'parent-not-before' | 'section-in-clause';
  readonly partId: string;
}

/**
 * What is wrong with the shape of a text that came from outside: a lineage id or a position given twice, a parent that is
 * not in the text or not before its part (so no circles), a section inside a clause. None = a proper tree.
 */
export function treeFaults(parts: readonly DraftPart[]): TreeFault[] {
  const byId = new Map(parts.map((part) => [part.lineageId, part]));
  const ids = new Set<string>();
  const positions = new Set<number>();
  return parts.flatMap((part) => {
    const faults: TreeFault['fault'][] = [];
    if (ids.has(part.lineageId)) faults.push('lineage-repeated');
    if (positions.has(part.position)) faults.push('position-repeated');
    ids.add(part.lineageId);
    positions.add(part.position);
    const parent = part.parent === null ? null : byId.get(part.parent);
    if (parent === undefined) faults.push('parent-unknown');
    if (parent && parent.position >= part.position) faults.push('parent-not-before');
    if (parent?.kind === 'clause' && part.kind === 'section') faults.push('section-in-clause');
    return faults.map((fault) => ({ fault, partId: part.lineageId }));
  });
}
