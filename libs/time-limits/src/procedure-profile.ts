import type { Language, LegalDay, Multilingual } from '#lib/kernel';
import type { DecisionReason } from './decision-reason.js';
import type { Duty } from './duty.js';
import type { ModerationRules } from './moderation.js';
import type { Term, TermReading } from './term.js';

export type Titles = Readonly<Record<Language, string>>;

/**
 * The kind of discussion a profile is a version of, as `kz-126`. Those of the release and those added to the installation: a family
 * from outside is looked up in the register (`knownFamilies`, `rulesOfFamily`), never taken as it comes.
 */
export type ProfileFamily = string;

/** Where a draft is placed (R8.1). OFFICIAL_JOURNAL and COMMENT_PORTAL are those of other jurisdictions. */
export const channels = ['EGOV_PORTAL', 'OWN_RESOURCE', 'LEB_RESOURCE', 'OFFICIAL_JOURNAL', 'COMMENT_PORTAL'] as const;
export type Channel = (typeof channels)[number];

/** reject: not subject to consideration (R8.4). The others are what practice elsewhere allows. */
export const latePolicies = ['reject', 'keep', 'consider-if-practicable', 'consider-with-mark'] as const;
export type LatePolicy = (typeof latePolicies)[number];

/** What counts for a letter (AMB-08). */
export const postalRules = ['receipt', 'postmark'] as const;
export type PostalRule = (typeof postalRules)[number];

/**
 * What who sends a remark on line has to bring (AMB-20, decisions 30 and 34): nothing, an address, an address whose mailbox has
 * confirmed it, whom an identity provider named, an electronic signature over the remark itself. `national-body`: nothing is sent on
 * line, comments come in by the bodies' sheets.
 */
export const identityLevels = [
  'none',
  'name-and-contact',
  'confirmed-email',
  'confirmed-by-provider',
  'signed',
  'national-body',
] as const;
export type IdentityLevel = (typeof identityLevels)[number];

export type ReportTemplate = 'kz-126-appendix-2' | 'consultation-summary' | 'iso-comment-table';

export interface LegalBasis {
  readonly act: Required<Multilingual>;
  /** Clause ids, as R8.2. */
  readonly clauses: readonly string[];
  /** false: not read in the act itself; a lawyer has to confirm before it is printed. */
  readonly isConfirmed: boolean;
  readonly note?: string;
}

/**
 * The dated rules of one kind of discussion (REQ-120). Everything that a change of the law may change is here, as data; a
 * procedure keeps the profile of its placement date.
 */
export interface ProcedureProfile {
  readonly id: string;
  readonly family: ProfileFamily;
  readonly title: Titles;
  /** First and last legal day in force, both inclusive; null: still in force. */
  readonly validFrom: LegalDay;
  readonly validTo: LegalDay | null;
  /** Length usually given, and the least the law allows, in the unit. */
  readonly term: Term & { readonly minimumLength: number };
  /** The reading under which remarks are accepted: the most generous one. */
  readonly reading: TermReading;
  /** The reading under which the body is warned about its own duties: the strictest one. */
  readonly strictReading: TermReading;
  readonly closing: {
    /** Local hour at which the last day ends, exclusive: `24:00` is 00:00 of the next day (AMB-04). */
    readonly hour: string;
    readonly zone: string;
    readonly zoneTitle: Titles;
  };
  readonly latePolicy: LatePolicy;
  readonly postalRule: PostalRule;
  /** Languages in which the draft must be placed, together (AMB-28). */
  readonly draftLanguages: readonly Language[];
  /** The term starts when the draft is on every mandatory channel (AMB-05, AMB-06). */
  readonly channels: { readonly mandatory: readonly Channel[]; readonly optional: readonly Channel[] };
  readonly identity: IdentityLevel;
  /** Whether a remark without a name is considered on its merits (AMB-20). */
  readonly considersAnonymous: boolean;
  /** An outage of intake above either limit proposes an extension (REQ-26). */
  readonly outage: { readonly totalMinutes: number; readonly lastHours: number };
  readonly decisions: {
    readonly reasons: readonly DecisionReason[];
    /** Least length of a ground, in characters, in each language (REQ-53). */
    readonly minimumGroundLength: number;
    /** The same ground on more dissimilar remarks than this raises a warning (REQ-53). */
    readonly sameGroundLimit: number;
  };
  /** Which acts take effect only when a second officer of the body has confirmed them. */
  readonly secondOfficer: {
    /** What came on paper, over the counter or by e-mail (REQ-41). */
    readonly entries: boolean;
    /** Hiding a remark from the public. */
    readonly hiding: boolean;
    /** Hiding passages of it. */
    readonly redaction: boolean;
    /** Decisions on remarks: the report is not signed before. */
    readonly decisions: boolean;
  };
  readonly moderation: ModerationRules;
  /** How long personal data are kept after the last signing of the report, or after the withdrawal (Law 94-V, article 12). */
  readonly retention: { readonly senderMonths: number };
  readonly reportTemplate: ReportTemplate;
  readonly duties: readonly Duty[];
  readonly basis: readonly LegalBasis[];
}
