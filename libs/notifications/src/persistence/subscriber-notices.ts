import type { Queryable, Transaction } from '#lib/database';
import { type Instant, newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type Happening, isToldOfDraft, scopesTold } from '../domain/subscription.js';

/** Something that happened to a draft, before it is told of. */
export interface Occasion {
  readonly discussionId: string;
  /** The developing body. */
  readonly bodyId: string;
  readonly happening: Happening;
  /** What tells it from another of its kind: the close that was announced, the id of the report; empty where it happens once. */
  readonly about: string;
  /** Where it is noticed later than it happened: who agreed between is not told. */
  readonly happenedAt?: Instant;
}

export interface Notice extends Occasion {
  readonly id: string;
}

/** How far a notice came. */
interface Reached {
  readonly happenedAt: Instant;
  readonly mailbox: Buffer | null;
}

/** A subscription to which a letter is owed, and the blind index of its address. */
export interface Told {
  readonly id: string;
  readonly mailbox: Buffer;
}

const columns = `id, discussion_id as "discussionId", body_id as "bodyId", happening, about`;

@Injectable()
export class SubscriberNotices {
  /** @returns ids of those that were not written down before */
  async add(tx: Transaction, occasions: readonly Occasion[]): Promise<string[]> {
    const rows = occasions.map((occasion) => ({ ...occasion, id: newId() }));
    const added = await tx.query<{ id: string }>(
      `insert into subscriber_notice (id, discussion_id, body_id, happening, about, happened_at)
       select id, "discussionId", "bodyId", happening, about, coalesce("happenedAt", clock_timestamp())
         from jsonb_to_recordset($1)
           as o (id uuid, "discussionId" uuid, "bodyId" uuid, happening text, about text, "happenedAt" timestamptz)
       on conflict do nothing returning id`,
      [JSON.stringify(rows)],
    );
    return added.map(({ id }) => id);
  }

  async byId(q: Queryable, id: string): Promise<Notice | undefined> {
    const [notice] = await q.query<Notice>(`select ${columns} from subscriber_notice where id = $1`, [id]);
    return notice;
  }

  /**
   * Held until the transaction ends, so that of two at once one tells the page.
   * @param after the last subscription of the page before; undefined when that page was told already
   */
  async at(tx: Transaction, id: string, after: string): Promise<(Notice & Reached) | undefined> {
    const [notice] = await tx.query<Notice & Reached>(
      `select ${columns}, mailbox, happened_at as "happenedAt" from subscriber_notice where id = $1 and reached = $2 for update`,
      [id, after],
    );
    return notice;
  }

  /** @param last the subscription from which the next page goes on, and its mailbox; after the last page an id that none has, and null */
  async reach(tx: Transaction, { id }: Notice, last: string, mailbox: Buffer | null): Promise<void> {
    await tx.query('update subscriber_notice set reached = $2, mailbox = $3 where id = $1', [id, last, mailbox]);
  }

  /**
   * Who is told: who had agreed before, and of a mailbox that asked about draft and body both, the draft's. Mailbox by mailbox, so that
   * both are met on one page: between two pages the one about the draft may have ended with its letter.
   */
  async page(q: Queryable, notice: Notice & Reached, size: number): Promise<Told[]> {
    const { discussionId, bodyId, happening, happenedAt, mailbox } = notice;
    const standing = `s.confirmed_at <= $5 and ($6::bytea is null or s.address_index > $6)`;
    return q.query<Told>(
      `(select s.id, s.address_index as mailbox from subscription s
         where s.discussion_id = $1 and $3 and ${standing} order by s.address_index limit $7)
       union all
       (select s.id, s.address_index as mailbox from subscription s
         where s.body_id = $2 and s.scope = any($4::text[]) and ${standing}
           and not exists (select from subscription o where o.discussion_id = $1 and o.address_index = s.address_index
                              and o.confirmed_at <= $5)
         order by s.address_index limit $7)
       order by mailbox limit $7`,
      [discussionId, bodyId, isToldOfDraft(happening), scopesTold(happening), happenedAt, mailbox, size],
    );
  }
}
