import { Database } from '#lib/database';
import type { Instant, Multilingual } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { HidingGround } from '../domain/hiding.js';
import { ReceiptNotValid } from '../domain/refusals.js';
import { readRemarkNumber } from '../domain/remark-number.js';
import { Receipts } from '../receipts.js';
import { hidingGround, isWaiting, type PublicRemark } from './remark-rows.js';

/** What its sender sees of an own remark: everything sent, also after it was withdrawn or hidden. */
export interface RemarkOfReceipt extends Omit<PublicRemark, 'author'> {
  /** Since when the name stands beside the remark, by own consent; null when it does not. */
  readonly nameConsentAt: Instant | null;
  /** When its sender asked for the erasure; null for not. */
  readonly erasureRequestedAt: Instant | null;
  /** Whether who sent it is still kept. */
  readonly isSenderKept: boolean;
  readonly text: string;
  readonly salt: string;
  readonly profileId: string;
  readonly zone: string;
  readonly closeAt: Instant | null;
  readonly title: Multilingual;
  /** SHA-256 of the attachments in their order, hex. */
  readonly attachments: readonly string[];
  /** Whether a replacement or a withdrawal sent now would be in time, by the database clock (REQ-38). */
  readonly mayChange: boolean;
  /** Why and since when the text is kept from the public (REQ-116); null when it is not. */
  readonly hiding: {
    readonly ground: HidingGround;
    readonly explanation: { readonly kk: string; readonly ru: string };
    readonly since: Instant;
  } | null;
}

const ofReceipt = `
  select r.id, r.number, r.discussion_id as "discussionId", r.kind, r.sender_kind as "senderKind", r.language, r.state,
         r.body as text, r.proposed_wording as "proposedWording", r.anchors::text[] as anchors,
         r.received_at as "receivedAt", r.revision, r.revised_at as "revisedAt",
         encode(r.commitment, 'hex') as commitment, encode(r.salt, 'hex') as salt, d.profile_id as "profileId", d.zone,
         d.close_at as "closeAt", jsonb_strip_nulls(jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru, 'en', p.title_en)) as title,
         array(select encode(f.sha256, 'hex') from remark_attachment a join stored_file f on f.id = a.file_id
                where a.remark_id = r.id order by a.position) as attachments,
         r.state = 'RECEIVED' and r.erased_at is null and d.state = 'OPEN' and (d.close_at is null or d.close_at > clock_timestamp()) as "mayChange",
         ${hidingGround} as "hidingGround", s.name_consent_at as "nameConsentAt", s.subject_id is not null as "isSenderKept",
         r.erased_at as "erasedAt", case when ${isWaiting} then r.waits_until end as "waitsUntil", (select e.requested_at from erasure_request e where e.remark_id = r.id) as "erasureRequestedAt",
         (select jsonb_build_object('ground', h.ground, 'explanation', jsonb_build_object('kk', h.explanation_kk, 'ru', h.explanation_ru),
                   'since', to_char(h.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
            from hiding h where h.remark_id = r.id and h.state = 'IN_FORCE') as hiding
    from remark r join discussion d on d.id = r.discussion_id join procedure p on p.id = d.procedure_id
    left join sealed_sender s on s.subject_id = r.id
   where r.number = $1`;

@Injectable()
export class RemarkByReceipt {
  constructor(
    private readonly database: Database,
    private readonly receipts: Receipts,
  ) {}

  /** @throws ReceiptNotValid for a wrong number or secret alike */
  async execute(receipt: { readonly number: string; readonly secret: string }): Promise<RemarkOfReceipt> {
    const number = readRemarkNumber(receipt.number);
    if (number === undefined || !this.receipts.isSecretOf(number, receipt.secret)) throw new ReceiptNotValid();
    const [remark] = await this.database.query<RemarkOfReceipt>(ofReceipt, [number]);
    if (!remark) throw new ReceiptNotValid();
    return remark;
  }
}
