import type { Instant, LegalDay, Multilingual } from '#lib/kernel';
import type { Channel, ReportTemplate } from '#lib/time-limits';
import type { ReportCounts } from './report-counts.js';

export const REPORT_SCHEMA = 'talqy-report/1';

/** Equal texts (AMB-28). */
export interface Pair {
  readonly kk: string;
  readonly ru: string;
}

export interface VersionReference {
  readonly version: number;
  /** Hex, of the version's canonical text. */
  readonly textSha256: string;
}

export interface ClauseReference {
  readonly lineageId: string;
  readonly label: string;
  readonly kind: 'SECTION' | 'CLAUSE';
}

export interface ChangedClause extends ClauseReference {
  readonly change: 'changed' | 'added' | 'removed';
}

export interface ReportDecision {
  readonly outcome: 'TAKEN_INTO_ACCOUNT' | 'NOT_TAKEN_INTO_ACCOUNT';
  readonly reasonCode: string;
  readonly ground: Pair;
  readonly changedClauses: readonly ClauseReference[];
  readonly noChange: Pair | null;
  readonly decidedAt: Instant;
}

export interface ReportPoint {
  /** From 1. */
  readonly position: number;
  readonly decision: ReportDecision | null;
}

/** One row of the table (A2.T1-T4). Never who sent it. */
export interface ReportRow {
  /** A2.T1, from 1. */
  readonly ordinal: number;
  readonly number: string;
  readonly kind: 'REMARK' | 'PROPOSAL';
  readonly receivedAt: Instant;
  /** Clauses of the discussed draft; empty for the draft as a whole. */
  readonly about: readonly ClauseReference[];
  /** A2.T3 as printed; `text` is the whole of it. */
  readonly brief: string;
  readonly text: string;
  readonly proposedWording: string | null;
  readonly points: readonly ReportPoint[];
}

export interface ReportPlacement {
  readonly channel: Channel;
  readonly url: string;
  readonly placedAt: Instant;
  readonly proofSha256: string | null;
}

/**
 * The report as data (A2, REQ-60, REQ-67). Its RFC 8785 text is stored, hashed and frozen; documents are made from it. It
 * holds instants of the facts only, so that the same facts give the same bytes (REQ-68).
 */
export interface ReportData {
  readonly schema: typeof REPORT_SCHEMA;
  readonly template: ReportTemplate;
  readonly profile: {
    readonly id: string;
    readonly latePolicy: string;
    readonly basis: readonly Required<Multilingual>[];
  };
  readonly draft: {
    /** A2.0 */
    readonly title: Pair & { readonly en: string | null };
    readonly serviceCode: string | null;
    readonly developer: Pair & { readonly en: string | null };
    readonly discussed: VersionReference;
    /** A2.1: the latest version; the discussed one when nothing changed. */
    readonly revised: VersionReference;
    readonly isChanged: boolean;
    readonly changedClauses: readonly ChangedClause[];
  };
  /** A2.2. `closeAt` is exclusive. */
  readonly period: {
    readonly zone: string;
    readonly openAt: Instant;
    readonly firstDay: LegalDay;
    readonly lastDay: LegalDay;
    readonly closeAt: Instant;
  };
  readonly placements: readonly ReportPlacement[];
  /** A2.S, and what A2.3 tells of late, partly accepted and grouped remarks. */
  readonly counts: ReportCounts;
  readonly rows: readonly ReportRow[];
}
