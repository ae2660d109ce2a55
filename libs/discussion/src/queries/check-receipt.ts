import { Database } from '#lib/database';
import type { Instant, Language } from '#lib/kernel';
import { zonedText } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { RemarkKind } from '../domain/remark-content.js';
import { readRemarkNumber } from '../domain/remark-number.js';
import type { RemarkState } from '../domain/remark-lifecycle.js';
import { commitmentOf } from '../receipts.js';

export interface ReceiptToCheck {
  readonly number: string;
  /** What the sender says was sent; checked together with the salt. */
  readonly text?: string;
  readonly proposedWording?: string;
  /** 32 bytes, hex. */
  readonly salt?: string;
}

export type ReceiptCheck =
  | { readonly found: false }
  | {
      readonly found: true;
      readonly isLate: boolean;
      readonly number: string;
      readonly discussionId: string;
      readonly receivedAt: Instant;
      readonly receivedAtLocal: string;
      /** Of the first version and of each replacement since; empty for a refusal notice. */
      readonly commitments: readonly string[];
      readonly state: RemarkState | null;
      /** Whether text and salt give one of the commitments; null when they were not given. */
      readonly matches: boolean | null;
    };

interface Version {
  readonly kind: RemarkKind;
  readonly language: Language;
  readonly anchors: readonly string[];
  readonly commitment: string;
}

interface Found {
  readonly number: string;
  readonly discussionId: string;
  readonly receivedAt: Instant;
  readonly zone: string;
  readonly state: RemarkState | null;
  readonly versions: readonly Version[] | null;
  readonly attachments: readonly string[];
}

/** REQ-36: anybody with a number sees that it is known and when it came; with text and salt, that this is what was sent. */
@Injectable()
export class CheckReceipt {
  constructor(private readonly database: Database) {}

  async execute(receipt: ReceiptToCheck): Promise<ReceiptCheck> {
    const number = readRemarkNumber(receipt.number);
    const [found] = number ? await this.database.query<Found>(foundByNumber, [number]) : [];
    if (!found) return { found: false };
    const versions = found.versions ?? [];
    return {
      found: true,
      isLate: found.versions === null,
      number: found.number,
      discussionId: found.discussionId,
      receivedAt: found.receivedAt,
      receivedAtLocal: zonedText(found.receivedAt, found.zone),
      commitments: versions.map(({ commitment }) => commitment),
      state: found.state,
      matches: matches(receipt, found, versions),
    };
  }
}

function matches(receipt: ReceiptToCheck, found: Found, versions: readonly Version[]): boolean | null {
  const { text, salt, proposedWording } = receipt;
  if (text === undefined || salt === undefined) return null;
  if (!/^[0-9a-fA-F]{64}$/.test(salt)) return false;
  const { discussionId, number, attachments } = found;
  const said = { text, proposedWording: proposedWording?.trim() || undefined, discussionId, number, attachments };
  return versions.some(
    ({ kind, language, anchors, commitment }) =>
      commitmentOf(Buffer.from(salt, 'hex'), { ...said, kind, language, anchors }) === commitment,
  );
}

const version = `jsonb_build_object('kind', v.kind, 'language', v.language, 'anchors', v.anchors, 'commitment', encode(v.commitment, 'hex'))`;

const foundByNumber = `
select r.number, r.discussion_id as "discussionId", r.received_at as "receivedAt", d.zone, r.state,
       (select jsonb_agg(${version} order by v.revision)
          from (select revision, kind, language, anchors, commitment from remark_revision where remark_id = r.id
                union all select r.revision, r.kind, r.language, r.anchors, r.commitment) v) as versions,
       array(select encode(f.sha256, 'hex') from remark_attachment a join stored_file f on f.id = a.file_id
              where a.remark_id = r.id order by a.position) as attachments
  from remark r join discussion d on d.id = r.discussion_id where r.number = $1
union all
select l.number, l.discussion_id, l.received_at, d.zone, null, null, '{}'
  from late_arrival l join discussion d on d.id = l.discussion_id where l.number = $1`;
