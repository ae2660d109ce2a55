import type { ReportData } from '../domain/report-data.js';

export interface PrintedReport {
  readonly data: ReportData;
  /** The canonical JSON of the data, and its SHA-256 in hex. */
  readonly text: string;
  readonly hash: string;
  readonly version: number;
}
