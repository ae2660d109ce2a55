import { canonicalJson } from '#lib/kernel';
import { type Blocker, blocker } from './blockers.js';
import type { ReportData } from './report-data.js';

/**
 * What differs between the data that were assembled and the facts of now: each remark by its number, then the other parts
 * by name. Empty for equal data.
 */
export function changedSince(assembled: ReportData, now: ReportData): readonly Blocker[] {
  const before = byNumber(assembled);
  const after = byNumber(now);
  const numbers = [...new Set([...before.keys(), ...after.keys()])];
  const parts = (Object.keys(assembled) as (keyof ReportData)[]).filter((part) => part !== 'rows');
  return [
    ...numbers
      .filter((number) => before.get(number) !== after.get(number))
      .map((number) => blocker('changed-since-assembly', 'REQ-64', { number })),
    ...parts
      .filter((part) => canonicalJson(assembled[part]) !== canonicalJson(now[part]))
      .map((part) => blocker('changed-since-assembly', 'REQ-64', { detail: part })),
  ];
}

const byNumber = ({ rows }: ReportData): ReadonlyMap<string, string> =>
  new Map(rows.map((row) => [row.number, canonicalJson(row)]));
