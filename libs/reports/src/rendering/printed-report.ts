import type { ReportHead, ReportRemark, ReportRow } from '../domain/report-data.js';

/** A remark on time, and the row that answers it; null when it was withdrawn or hidden. */
export interface AnsweredRemark {
  readonly remark: ReportRemark;
  readonly row: ReportRow | null;
}

/** The number of a remark that shares its row with others. */
export interface GroupedNumber {
  readonly number: string;
  /** Ordinal of the row. */
  readonly row: number;
}

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
