import type { Queryable } from '#lib/database';
import type { Instant, Language, Multilingual } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { HidingGround } from '../domain/hiding.js';
import type { ObjectionOutcome } from '../domain/objection.js';
import { Receipts } from '../receipts.js';
import { type SealedSender, sealedSenderOf, Senders } from '../sealing/senders.js';

/** What a letter to a sender says. The address comes from `sealed_sender` and goes nowhere else (REQ-46). */
export interface LetterFacts {
  readonly remarkId: string;
  readonly to: string;
  readonly language: Language;
  readonly number: string;
  readonly revision: number;
  readonly receivedAt: Instant;
  /** Hex. */
  readonly commitment: string;
  readonly secret: string;
  readonly discussionId: string;
  readonly title: Multilingual;
  readonly zone: string;
  /** Of a withdrawn discussion. */
  readonly withdrawalReason: string | null;
  /** Exclusive; null while the term has not started. */
  readonly closeAt: Instant | null;
}

/** What a letter about a hiding says besides (REQ-116). */
export interface HidingLetterFacts {
  readonly remarkId: string;
  /** Of a redaction; null where the whole text is hidden. */
  readonly passages: number | null;
  readonly ground: HidingGround;
  readonly explanation: { readonly kk: string; readonly ru: string };
  /** To whom the sender objects. */
  readonly developer: Multilingual;
}

/** What a letter about an answered objection says besides. */
export interface ObjectionLetterFacts {
  readonly remarkId: string;
  readonly outcome: ObjectionOutcome;
  readonly answer: string;
}

type FactsRow = Omit<LetterFacts, 'secret' | 'to'> & { readonly sender: SealedSender };

@Injectable()
export class LetterToSender {
  constructor(
    private readonly receipts: Receipts,
    private readonly senders: Senders,
  ) {}

  /** Nothing when the sender left no address. */
  async facts(q: Queryable, remarkId: string): Promise<LetterFacts | undefined> {
    const [row] = await q.query<FactsRow>(
      `select r.id as "remarkId", ${sealedSenderOf('s')} as sender, r.language, r.number, r.revision,
              coalesce(r.revised_at, r.received_at) as "receivedAt", encode(r.commitment, 'hex') as commitment,
              d.id as "discussionId", json_build_object('kk', p.title_kk, 'ru', p.title_ru, 'en', p.title_en) as title,
              d.zone, d.withdrawal_reason as "withdrawalReason", d.close_at as "closeAt"
         from remark r
         join sealed_sender s on s.subject_id = r.id
         join discussion d on d.id = r.discussion_id
         join procedure p on p.id = d.procedure_id
        where r.id = $1 and s.email_index is not null`,
      [remarkId],
    );
    if (!row) return undefined;
    const { sender, ...facts } = row;
    const { email: to } = this.senders.open(sender);
    return to === null ? undefined : { ...facts, to, secret: this.receipts.secretOf(row.number) };
  }

  /** Nothing when the hiding was lifted meanwhile. */
  async hiding(q: Queryable, hidingId: string): Promise<HidingLetterFacts | undefined> {
    const [row] = await q.query<HidingLetterFacts>(
      `select h.remark_id as "remarkId", h.ground,
              case h.extent when 'PASSAGES' then (select count(*)::int from hiding_passage s where s.hiding_id = h.id) end as passages,
              jsonb_build_object('kk', h.explanation_kk, 'ru', h.explanation_ru) as explanation,
              jsonb_strip_nulls(jsonb_build_object('kk', b.name_kk, 'ru', b.name_ru, 'en', b.name_en)) as developer
         from hiding h
         join remark r on r.id = h.remark_id
         join discussion d on d.id = r.discussion_id
         join procedure p on p.id = d.procedure_id
         join state_body b on b.id = p.developer_id
        where h.id = $1 and h.state = 'IN_FORCE'`,
      [hidingId],
    );
    return row;
  }

  /** What became of an objection. */
  async objection(q: Queryable, objectionId: string): Promise<ObjectionLetterFacts | undefined> {
    const [row] = await q.query<ObjectionLetterFacts>(
      `select h.remark_id as "remarkId", o.outcome, o.answer from objection o join hiding h on h.id = o.hiding_id
        where o.id = $1 and o.answered_at is not null`,
      [objectionId],
    );
    return row;
  }

  /** Remarks of a discussion whose senders left an address and have not withdrawn, so many at once: there may be a million. */
  async *reachable(q: Queryable, discussionId: string, atOnce = 5_000): AsyncGenerator<string[]> {
    for (let after: string | null = null; ;) {
      const rows: { id: string }[] = await q.query(
        `select r.id from remark r join sealed_sender s on s.subject_id = r.id
          where r.discussion_id = $1 and r.state <> 'WITHDRAWN' and s.email_index is not null
            and ($2::uuid is null or (r.received_at, r.id) > ((select l.received_at from remark l where l.id = $2), $2::uuid))
          order by r.received_at, r.id limit $3`,
        [discussionId, after, atOnce],
      );
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(({ id }) => id);
      after = last.id;
    }
  }

  /** How many remarks and proposals were received on time. */
  async received(q: Queryable, discussionId: string): Promise<number> {
    const [row] = await q.query<{ count: number }>(
      'select count(*)::int as count from remark where discussion_id = $1',
      [discussionId],
    );
    return row?.count ?? 0;
  }
}
