import type { AnsweredRemark, GroupedNumber, ReportHead, ReportRow } from '../domain/report-data.js';

/** What documents are made from. The long parts are read anew each time they are asked for, a page in memory at a time. */
export interface PrintedReport {
  readonly head: ReportHead;
  /** SHA-256 of the canonical JSON of the whole, hex. */
  readonly hash: string;
  readonly version: number;
  /** As canonical JSON. */
  rowTexts(): AsyncIterable<string>;
  remarkTexts(): AsyncIterable<string>;
  /** In the order of the table. */
  rows(): AsyncIterable<ReportRow>;
  /** In order of arrival. */
  answered(): AsyncIterable<AnsweredRemark>;
  /** The numbers of those answered together with others, in order of arrival. */
  grouped(): AsyncIterable<GroupedNumber>;
}
