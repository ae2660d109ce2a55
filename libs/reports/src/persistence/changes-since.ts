import type { Queryable } from '#lib/database';
import { canonicalJson } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import { type Blocker, blocker } from '../domain/blockers.js';
import { buildHead } from '../domain/build-head.js';
import type { ReportHead } from '../domain/report-data.js';
import { countInSql } from './count-in-sql.js';
import { changedFacts } from './facts-digest.js';
import { readHead } from './read-head.js';
import type { StoredReport } from './reports.repository.js';

/**
 * What differs between an assembled report and the facts of now: each remark by its number, then the other parts by name. Empty
 * while it still is what happened.
 */
export async function changesSince(q: Queryable, report: StoredReport): Promise<Blocker[]> {
  const { discussionId, id, head } = report;
  const numbers = await changedFacts(q, discussionId, id);
  const { facts } = await readHead(q, discussionId);
  const counts = await countInSql(q, discussionId);
  // How many grounds are stock phrases follows from the decisions, and those were compared one by one.
  const warnings = { ...facts.warnings, stockPhrases: head.warnings.stockPhrases };
  const now = buildHead({ ...facts, warnings }, counts, profileById(facts.profileId));
  const parts = (Object.keys(now) as (keyof ReportHead)[]).filter(
    (part) => canonicalJson(now[part]) !== canonicalJson(head[part]),
  );
  return [
    ...numbers.map((number) => blocker('changed-since-assembly', 'REQ-64', { number })),
    ...parts.map((part) => blocker('changed-since-assembly', 'REQ-64', { detail: part })),
  ];
}
