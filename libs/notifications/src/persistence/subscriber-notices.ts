import type { Queryable, Transaction } from '#lib/database';
import { newId } from '#lib/kernel';
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
}

export interface Notice extends Occasion {
  readonly id: string;
}

@Injectable()
export class SubscriberNotices {
  /** @returns ids of those that were not written down before */
  async add(tx: Transaction, occasions: readonly Occasion[]): Promise<string[]> {
    const rows = occasions.map((occasion) => ({ ...occasion, id: newId() }));
    const added = await tx.query<{ id: string }>(
      `insert into subscriber_notice (id, discussion_id, body_id, happening, about)
       select id, "discussionId", "bodyId", happening, about
         from jsonb_to_recordset($1) as o (id uuid, "discussionId" uuid, "bodyId" uuid, happening text, about text)
       on conflict do nothing returning id`,
      [JSON.stringify(rows)],
    );
    return added.map(({ id }) => id);
  }

  async byId(q: Queryable, id: string): Promise<Notice | undefined> {
    const [notice] = await q.query<Notice>(
      `select id, discussion_id as "discussionId", body_id as "bodyId", happening, about from subscriber_notice where id = $1`,
      [id],
    );
    return notice;
  }

  /** @returns whether the page after `after` is still to be told: of two at once, and of one that comes again, one */
  async reach(tx: Transaction, { id }: Notice, after: string, last: string): Promise<boolean> {
    const rows = await tx.query<{ reached: string }>(
      'select reached from subscriber_notice where id = $1 and reached = $2 for update',
      [id, after],
    );
    if (rows.length > 0) await tx.query('update subscriber_notice set reached = $2 where id = $1', [id, last]);
    return rows.length > 0;
  }

  /**
   * Who is told, in the order of their ids: who had agreed before, and of a mailbox that asked about draft and body both, the draft's.
   * @param after the last of the page before
   */
  async page(q: Queryable, notice: Notice, after: string, size: number): Promise<string[]> {
    const { id, discussionId, bodyId, happening } = notice;
    const standing = `s.confirmed_at <= (select told_at from subscriber_notice where id = $1) and s.id > $2`;
    const rows = await q.query<{ id: string }>(
      `(select s.id from subscription s where s.discussion_id = $3 and $5 and ${standing} order by s.id limit $7)
       union all
       (select s.id from subscription s where s.body_id = $4 and s.scope = any($6::text[]) and ${standing}
           and not exists (select from subscription o where o.discussion_id = $3 and o.address_index = s.address_index
                              and o.confirmed_at <= (select told_at from subscriber_notice where id = $1))
         order by s.id limit $7)
       order by id limit $7`,
      [id, after, discussionId, bodyId, isToldOfDraft(happening), scopesTold(happening), size],
    );
    return rows.map((row) => row.id);
  }
}
