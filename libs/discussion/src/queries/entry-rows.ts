import { type FileCheck, fileCheckMembers } from '#lib/files';
import type { Instant, LegalDay } from '#lib/kernel';
import type { EntryState } from '../domain/entry-lifecycle.js';
import type { LetterArrival } from '../domain/letter-arrival.js';
import type { EntryChannel } from '../domain/received-entry.js';
import type { RemarkContent } from '../domain/remark-content.js';
import type { Sender } from '../domain/sender.js';
import { type SealedSender, sealedSenderOf } from '../sealing/senders.js';

/** An official in the list of who did what; the name is null for an import. */
export interface EntryOfficial {
  readonly label: string;
  readonly name: string | null;
}

/** What a list shows of an entry, to officials only (REQ-46). */
export interface EntryLine {
  readonly id: string;
  readonly discussionId: string;
  readonly channel: EntryChannel;
  readonly registration: string;
  readonly arrivalDay: LegalDay;
  readonly arrivedAt: Instant;
  readonly precision: LetterArrival['precision'];
  /** Legal days from the arrival to the entry (REQ-41). */
  readonly backdatedDays: number;
  readonly state: EntryState;
  readonly needsSecondOfficer: boolean;
  /** The organisation, else the person; null when the sender's data have been erased. */
  readonly senderName: string | null;
  readonly enteredBy: EntryOfficial;
  readonly enteredAt: Instant;
}

export interface EntryFile extends FileCheck {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** Everything an entry says, beside its scan. */
export interface EntryDetails extends EntryLine {
  readonly postmarkDay: LegalDay | null;
  /** Null once it is a remark or a late arrival. */
  readonly content: RemarkContent | null;
  readonly sender: Sender | null;
  readonly noScanReason: string | null;
  readonly scans: readonly EntryFile[];
  readonly attachments: readonly EntryFile[];
  readonly isRegistrationRepeated: boolean;
  readonly settledBy: EntryOfficial | null;
  readonly settledAt: Instant | null;
  readonly refusalReason: string | null;
  readonly became: {
    readonly verdict: 'ON_TIME' | 'LATE';
    readonly number: string;
    readonly receivedAt: Instant;
    readonly closeAt: Instant | null;
    /** Of the remark, hex; null for a late arrival. */
    readonly commitment: string | null;
  } | null;
}

/** A row of the queries below, the sender still sealed. */
export type SealedLine<Line> = Omit<Line, 'senderName' | 'sender'> & { readonly sealedSender: SealedSender | null };

const official = (column: string) => `jsonb_build_object('label', ${column}, 'name',
  (select o.name from officer o where ${column} = 'officer:' || o.id::text))`;

const files = (purpose: string) => `coalesce((
  select jsonb_agg(jsonb_build_object('fileId', s.id, 'name', s.name, 'mediaType', s.media_type, 'size', s.size, ${fileCheckMembers('s')}) order by f.position)
    from received_entry_file f join stored_file s on s.id = f.file_id where f.entry_id = e.id and f.purpose = '${purpose}' and s.erased_at is null), '[]')`;

export const lineColumns = `e.id, e.discussion_id as "discussionId", e.channel, e.registration, e.arrival_day as "arrivalDay",
  e.arrived_at as "arrivedAt", e.arrival_precision as precision, e.backdated_days as "backdatedDays", e.state,
  e.needs_second_officer as "needsSecondOfficer",
  ${sealedSenderOf('w')} as "sealedSender",
  ${official('e.entered_by')} as "enteredBy", e.entered_at as "enteredAt"`;

export const lineSource = `received_entry e
  left join late_arrival l on l.id = e.late_arrival_id
  left join sealed_sender w on w.subject_id = coalesce(e.remark_id, e.late_arrival_id, e.id)`;

export const detailColumns = `${lineColumns}, e.postmark_day as "postmarkDay", e.content,
  e.no_scan_reason as "noScanReason", ${files('SCAN')} as scans, ${files('ATTACHMENT')} as attachments,
  case when e.settled_by is not null then ${official('e.settled_by')} end as "settledBy", e.settled_at as "settledAt",
  e.refusal_reason as "refusalReason", coalesce(r.number, l.number) as "becameNumber",
  coalesce(r.received_at, l.received_at) as "receivedAt", case when r.id is null then l.close_at else r.close_at end as "closeAt",
  encode(r.commitment, 'hex') as commitment`;

export const detailSource = `${lineSource} left join remark r on r.id = e.remark_id`;
