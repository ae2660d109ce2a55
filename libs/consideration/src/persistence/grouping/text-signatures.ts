import { Database, type Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';

/** Where a walk through the remarks in the order of arrival stands. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

export const START: Place = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

export interface TextPage {
  readonly end: Place;
  /** Standing remarks up to the end. */
  readonly remarks: number;
  /** Each text that has no signature yet, once. */
  readonly texts: readonly { readonly hash: Buffer; readonly body: string }[];
}

export interface SignedText {
  readonly no: number;
  readonly hash: Buffer;
  readonly signature: string;
}

@Injectable()
export class TextSignatures {
  constructor(private readonly database: Database) {}

  /**
   * The next page of a discussion's standing remarks by key; undefined after the last. The page is read by its index and each
   * text looked up by its own, whatever PostgreSQL thinks of the sizes: a plan that reads everything would read it every page.
   */
  async page(discussionId: string, after: Place, size: number): Promise<TextPage | undefined> {
    const rows = await this.database.query<Place & { remarks: number; hash: Buffer | null; body: string | null }>(
      `with page as materialized (
         select r.received_at, r.id, r.normalised_hash, r.body
           from remark r
          where r.discussion_id = $1 and r.state = 'RECEIVED' and (r.received_at, r.id) > ($2::timestamptz, $3::uuid)
          order by r.received_at, r.id limit $4
       ), text as (
         select distinct on (normalised_hash) normalised_hash as hash, body from page order by normalised_hash, received_at, id
       ), unsigned as (
         select text.hash, text.body
           from text
           left join lateral (select true as is_signed from text_signature t
                               where t.discussion_id = $1 and t.normalised_hash = text.hash limit 1) known on true
          where known.is_signed is null
       ), last as (
         select received_at::text as at, id, (count(*) over ())::int as remarks from page
          order by received_at desc, id desc limit 1
       )
       select last.*, unsigned.hash, unsigned.body from last left join unsigned on true`,
      [discussionId, after.at, after.id, size],
    );
    const [end] = rows;
    if (!end) return undefined;
    const texts = rows.flatMap(({ hash, body }) => (hash && body !== null ? [{ hash, body }] : []));
    return { end: { at: end.at, id: end.id }, remarks: end.remarks, texts };
  }

  /** The first number not taken. */
  async nextNo(discussionId: string): Promise<number> {
    const [row] = await this.database.query<{ no: number }>(
      'select coalesce(max(no) + 1, 0) as no from text_signature where discussion_id = $1',
      [discussionId],
    );
    return row?.no ?? 0;
  }

  async add(tx: Transaction, discussionId: string, texts: readonly SignedText[]): Promise<void> {
    await tx.query(
      `insert into text_signature (discussion_id, no, normalised_hash, signature, root)
       select $1, no, hash, ('x' || signature)::bit(1024), no
         from unnest($2::integer[], $3::bytea[], $4::text[]) as t (no, hash, signature)
       on conflict do nothing`,
      [discussionId, texts.map(({ no }) => no), texts.map(({ hash }) => hash), texts.map(({ signature }) => signature)],
    );
  }

  /** @param roots by `no`: the smallest number of the texts each hangs together with; only what differs is written */
  async setRoots(tx: Transaction, discussionId: string, first: number, roots: Int32Array): Promise<void> {
    await tx.query(
      `update text_signature t set root = r.root
         from unnest($3::integer[]) with ordinality as r (root, place)
        where t.discussion_id = $1 and t.no = $2 + r.place - 1 and t.root <> r.root`,
      [discussionId, first, [...roots]],
    );
  }
}
