import type { Queryable } from '#lib/database';
import type { GroupFacts } from '../domain/report-facts.js';

/** The groups of two standing remarks or more, by their number, each with its place in the table. */
export async function readGroups(_q: Queryable, _discussionId: string): Promise<ReadonlyMap<number, GroupFacts>> {
  return new Map();
}
