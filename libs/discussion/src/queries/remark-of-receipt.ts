import { Database } from '#lib/database';
import { type FileCheck, fileCheckMembers } from '#lib/files';
import type { Instant, Multilingual } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { HidingExtent, HidingGround } from '../domain/hiding.js';
import { moderatedStates } from '../domain/hiding-lifecycle.js';
import type { ObjectionOutcome } from '../domain/objection.js';
import { wordsOf } from '../domain/redaction.js';
import { ReceiptNotValid } from '../domain/refusals.js';
import { readRemarkNumber } from '../domain/remark-number.js';
import { Redactions } from '../persistence/redactions.js';
import { Receipts } from '../receipts.js';
import { iso } from './iso.js';
import { hidingGround, isWaiting, type PublicRemark } from './remark-rows.js';

/** What its sender sees of an own remark: everything sent, also after it was withdrawn or hidden. */
export interface RemarkOfReceipt extends Omit<PublicRemark, 'author'> {
  /** Since when the name stands beside the remark, by own consent; null when it does not. */
  readonly nameConsentAt: Instant | null;
  /** When its sender asked for the erasure; null for not. */
  readonly erasureRequestedAt: Instant | null;
  /** Whether who sent it is still kept. */
  readonly isSenderKept: boolean;
  /** Whether its sender has signed it (decision 34). */
  readonly isSigned: boolean;
  readonly text: string;
  readonly salt: string;
  readonly profileId: string;
  readonly zone: string;
  readonly closeAt: Instant | null;
  readonly title: Multilingual;
  /** SHA-256 of the attachments in their order, hex. */
  readonly attachments: readonly string[];
  /** The same files, and what became of each. */
  readonly files: readonly FileOfReceipt[];
  /** Whether a replacement sent now would be taken, by the database clock (REQ-38). */
  readonly mayChange: boolean;
  /** The same of a withdrawal, which a redaction does not keep from. */
  readonly mayWithdraw: boolean;
  /** Why and since when the text is kept from the public (REQ-116); null when it is not. */
  readonly hiding: HeldBack | null;
  /** The same of passages, with their words; `text` and `proposedWording` are what was received. */
  readonly redaction: (HeldBack & { readonly passages: readonly string[] }) | null;
}

/** A file the sender sent; the hashes are hex. */
export interface FileOfReceipt extends FileCheck {
  readonly name: string;
  readonly sha256: string;
  /** Of what is shown; null while that is not known, and when nothing is. */
  readonly keptSha256: string | null;
}

/** What is kept from the public, as its sender is told. */
export interface HeldBack {
  readonly hidingId: string;
  readonly ground: HidingGround;
  readonly explanation: { readonly kk: string; readonly ru: string };
  readonly since: Instant;
  /** Whether an objection would be looked at: the words are not erased, and the report is not signed (REQ-116). */
  readonly mayObject: boolean;
  readonly objection: ReceiptObjection | null;
}

/** That the sender objected, and what became of it. */
export interface ReceiptObjection {
  readonly madeAt: Instant;
  /** Null while it waits. */
  readonly outcome: ObjectionOutcome | null;
  readonly answer: string | null;
}

const moderated = moderatedStates.map((state) => `'${state}'`).join(', ');

/** SQL of a `HeldBack` or null. */
const heldBack = (extent: HidingExtent) => `
  (select jsonb_build_object('hidingId', h.id, 'ground', h.ground, 'since', ${iso('h.confirmed_at')},
            'explanation', jsonb_build_object('kk', h.explanation_kk, 'ru', h.explanation_ru),
            'mayObject', p.state in (${moderated}) and r.erased_at is null and o.id is null,
            'objection', case when o.id is not null then
              jsonb_build_object('madeAt', ${iso('o.made_at')}, 'outcome', o.outcome, 'answer', o.answer) end)
     from hiding h left join objection o on o.hiding_id = h.id
    where h.remark_id = r.id and h.state = 'IN_FORCE' and h.extent = '${extent}')`;

type Row = Omit<RemarkOfReceipt, 'redaction'> & { readonly redaction: HeldBack | null };

const ofReceipt = `
  select r.id, r.number, r.discussion_id as "discussionId", r.kind, r.sender_kind as "senderKind", r.language, r.state,
         r.body as text, r.proposed_wording as "proposedWording", r.anchors::text[] as anchors,
         r.received_at as "receivedAt", r.revision, r.revised_at as "revisedAt",
         encode(r.commitment, 'hex') as commitment, encode(r.salt, 'hex') as salt, d.profile_id as "profileId", d.zone,
         d.close_at as "closeAt", jsonb_strip_nulls(jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru, 'en', p.title_en)) as title,
         array(select encode(f.sha256, 'hex') from remark_attachment a join stored_file f on f.id = a.file_id
                where a.remark_id = r.id order by a.position) as attachments,
         coalesce((select jsonb_agg(jsonb_build_object('name', f.name, 'sha256', encode(f.sha256, 'hex'),
                     'keptSha256', encode(f.kept_sha256, 'hex'), ${fileCheckMembers('f')}) order by a.position)
                     from remark_attachment a join stored_file f on f.id = a.file_id
                    where a.remark_id = r.id and f.erased_at is null), '[]') as files,
         r.state = 'RECEIVED' and r.erased_at is null and r.redaction_id is null and r.confirmation is distinct from 'SIGNATURE' and d.state = 'OPEN' and (d.close_at is null or d.close_at > clock_timestamp()) as "mayChange",
         r.state = 'RECEIVED' and r.erased_at is null and d.state = 'OPEN' and (d.close_at is null or d.close_at > clock_timestamp()) as "mayWithdraw",
         ${hidingGround} as "hidingGround", s.name_consent_at as "nameConsentAt", s.subject_id is not null as "isSenderKept",
         r.confirmation is not distinct from 'SIGNATURE' as "isSigned",
         r.erased_at as "erasedAt", case when ${isWaiting} then r.waits_until end as "waitsUntil", (select e.requested_at from erasure_request e where e.remark_id = r.id) as "erasureRequestedAt",
         ${heldBack('WHOLE')} as hiding, ${heldBack('PASSAGES')} as redaction
    from remark r join discussion d on d.id = r.discussion_id join procedure p on p.id = d.procedure_id
    left join sealed_sender s on s.subject_id = r.id
   where r.number = $1`;

@Injectable()
export class RemarkByReceipt {
  constructor(
    private readonly database: Database,
    private readonly receipts: Receipts,
    private readonly redactions: Redactions,
  ) {}

  /** @throws ReceiptNotValid for a wrong number or secret alike */
  async execute(receipt: { readonly number: string; readonly secret: string }): Promise<RemarkOfReceipt> {
    const number = readRemarkNumber(receipt.number);
    if (number === undefined || !this.receipts.isSecretOf(number, receipt.secret)) throw new ReceiptNotValid();
    const [remark] = await this.database.query<Row>(ofReceipt, [number]);
    if (!remark) throw new ReceiptNotValid();
    const { redaction } = remark;
    if (redaction === null || remark.erasedAt !== null) return { ...remark, redaction: null };
    return { ...remark, ...(await this.received(remark.id, redaction)) };
  }

  /** What was received, and the words of it that are redacted: they are the sender's own. */
  private async received(remarkId: string, redaction: HeldBack) {
    const { text, proposedWording, salt } = await this.redactions.original(this.database, remarkId);
    const passages = await this.redactions.passagesOf(this.database, redaction.hidingId);
    const words = passages.map((passage) => wordsOf(passage, { text, proposedWording }));
    return { text, proposedWording, salt, redaction: { ...redaction, passages: words } };
  }
}
