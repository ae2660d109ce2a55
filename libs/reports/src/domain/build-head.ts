import type { ProcedureProfile } from '#lib/time-limits';
import type { ReportCounts } from './report-counts.js';
import { REPORT_SCHEMA, type ReportHead } from './report-data.js';
import type { HeadFacts } from './report-facts.js';

/** The head of a report from its facts and counts alone (I6, I7). */
export function buildHead(facts: HeadFacts, counts: ReportCounts, profile: ProcedureProfile): ReportHead {
  const { draft, changes, period, placements, outages, warnings, erratum } = facts;
  return {
    schema: REPORT_SCHEMA,
    template: profile.reportTemplate,
    profile: { id: profile.id, latePolicy: profile.latePolicy, basis: profile.basis.map(({ act }) => act) },
    draft: { ...draft, isChanged: draft.revised.textSha256 !== draft.discussed.textSha256 },
    changes,
    period,
    placements,
    outages,
    counts,
    warnings,
    erratum,
  };
}
