import { Database } from '#lib/database';
import type { Instant, Multilingual } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { ReceiptNotValid } from '../domain/refusals.js';
import { readRemarkNumber } from '../domain/remark-number.js';
import { Receipts } from '../receipts.js';
import type { PublicRemark } from './remark-rows.js';

/** What its sender sees of an own remark: everything sent, also after it was withdrawn or hidden. */
export interface RemarkOfReceipt extends PublicRemark {
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
}

const ofReceipt = `
  select r.id, r.number, r.discussion_id as "discussionId", r.kind, r.sender_kind as "senderKind", r.language, r.state,
         r.body as text, r.proposed_wording as "proposedWording", r.anchors::text[] as anchors,
         r.received_at as "receivedAt", r.revision, r.revised_at as "revisedAt",
         encode(r.commitment, 'hex') as commitment, encode(r.salt, 'hex') as salt, d.profile_id as "profileId", d.zone,
         d.close_at as "closeAt", jsonb_strip_nulls(jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru, 'en', p.title_en)) as title,
         array(select encode(f.sha256, 'hex') from remark_attachment a join stored_file f on f.id = a.file_id
                where a.remark_id = r.id order by a.position) as attachments,
         r.state = 'RECEIVED' and d.state = 'OPEN' and (d.close_at is null or d.close_at > clock_timestamp()) as "mayChange"
    from remark r join discussion d on d.id = r.discussion_id join procedure p on p.id = d.procedure_id
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
