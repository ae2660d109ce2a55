import type { Instant, LegalDay, Multilingual } from '#lib/kernel';
import type { Channel, ReportTemplate } from '#lib/time-limits';
import type { ReportCounts } from './report-counts.js';

/** Where the JSON Schema of the data is published on every portal. */
export const REPORT_SCHEMA = '/schemas/report/v1.json';

/** Equal texts (AMB-28). */
export interface Pair {
  readonly kk: string;
  readonly ru: string;
}

/** English where the draft has it. */
export type Wording = Pair & { readonly en: string | null };

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

/** A part whose words the revised draft changed, and what stands behind it (AMB-14, REQ-52, REQ-76). */
export interface ReportChange {
  readonly clause: ClauseReference;
  readonly change: 'changed' | 'added' | 'removed';
  /** Its words in the discussed draft; null when it was added. */
  readonly before: Wording | null;
  /** Its words in the revised draft; null when it was removed. */
  readonly after: Wording | null;
  /** Accepted points that name it, the first hundred in order of arrival, and how many there are. */
  readonly points: readonly { readonly number: string; readonly point: number }[];
  readonly pointsInAll: number;
  readonly ownInitiative: { readonly nature: 'EDITORIAL' | 'SUBSTANTIVE'; readonly reason: Pair } | null;
  readonly isTraced: boolean;
}

export interface ReportDecision {
  readonly outcome: 'TAKEN_INTO_ACCOUNT' | 'NOT_TAKEN_INTO_ACCOUNT';
  readonly reasonCode: string;
  readonly ground: Pair;
  readonly changedClauses: readonly ClauseReference[];
  readonly noChange: Pair | null;
  readonly decidedAt: Instant;
}

export interface Passage {
  readonly part: 'TEXT' | 'WORDING';
  /** In characters (code points), from 0. */
  readonly startsAt: number;
  readonly quote: string;
}

export interface ReportPoint {
  /** From 1. */
  readonly position: number;
  /** What of the remark it is about; empty for the whole of it. */
  readonly passages: readonly Passage[];
  readonly decision: ReportDecision | null;
}

/** Similar remarks answered together; each stands in `remarks` with its own number (REQ-44, AMB-10). */
export interface RowGroup {
  /** From 1, in the discussion. */
  readonly no: number;
  /** Standing members, remarks and proposals. */
  readonly size: number;
  readonly remarks: number;
  readonly proposals: number;
}

/** One row of the table (A2.T1-T4): a remark, or a group shown by one of its remarks. Never who sent it. */
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
  readonly group: RowGroup | null;
  readonly points: readonly ReportPoint[];
}

/** What a grouped remark says itself, when another stands for it in the table. */
export interface OwnWords {
  readonly about: readonly ClauseReference[];
  readonly text: string;
  readonly proposedWording: string | null;
}

/** Every remark received on time, exactly once (REQ-63): where it is answered, or why it is not. */
export interface ReportRemark {
  readonly number: string;
  readonly kind: 'REMARK' | 'PROPOSAL';
  readonly state: 'RECEIVED' | 'WITHDRAWN' | 'HIDDEN';
  readonly receivedAt: Instant;
  /** Ordinal of its row; null when it was withdrawn or hidden. */
  readonly row: number | null;
  readonly own: OwnWords | null;
  /** Why it is hidden from the public; null when it is not. */
  readonly hiddenGround: string | null;
}

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

export interface ReportPlacement {
  readonly channel: Channel;
  readonly url: string;
  readonly placedAt: Instant;
  readonly proofSha256: string | null;
}

/** A time in which remarks could not be sent, within the term (REQ-26, AMB-19). */
export interface ReportOutage {
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly minutes: number;
}

/** What the body was warned of and signed all the same (REQ-53, REQ-76). */
export interface ReportWarnings {
  /** Grounds that stand under more different remarks than the profile's limit. */
  readonly stockAnswers: readonly { readonly ground: Pair; readonly remarks: number }[];
  /** Points whose ground is a phrase that fits anything. */
  readonly stockPhrases: number;
  /** Changes of substance that no remark asked for: a new discussion is due by default. */
  readonly substantiveChanges: number;
}

/** Which published report this one corrects, and why (REQ-66). */
export interface ReportErratum {
  readonly number: number;
  readonly reason: Pair;
  readonly corrects: { readonly version: number; readonly dataSha256: string };
}

/** The report without its rows and remarks. */
export interface ReportHead {
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
  };
  readonly changes: readonly ReportChange[];
  /** A2.2. `closeAt` is exclusive. */
  readonly period: {
    readonly zone: string;
    readonly openAt: Instant;
    readonly firstDay: LegalDay;
    readonly lastDay: LegalDay;
    readonly closeAt: Instant;
  };
  readonly placements: readonly ReportPlacement[];
  readonly outages: readonly ReportOutage[];
  /** A2.S, and what A2.3 tells of late, partly accepted, hidden and grouped remarks. */
  readonly counts: ReportCounts;
  readonly warnings: ReportWarnings;
  readonly erratum: ReportErratum | null;
}

/**
 * The report as data (A2, REQ-60, REQ-67). The SHA-256 of its RFC 8785 text is printed in every document made from it. It holds
 * instants of the facts only, so that the same facts give the same bytes (REQ-68).
 */
export interface ReportData extends ReportHead {
  readonly remarks: readonly ReportRemark[];
  readonly rows: readonly ReportRow[];
}
