import type { Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { BAND_BITS, VALUES } from '../../domain/similarity/signature.js';

/** Two texts, by their numbers, that are as like as the threshold asks. */
export interface Link {
  readonly a: number;
  readonly b: number;
}

const PAGE = 2_000;

@Injectable()
export class SignatureBands {
  /** Finds anew which texts agree in one band (0-31) of their signatures. */
  async rebuild(tx: Transaction, discussionId: string, band: number): Promise<void> {
    await tx.query('delete from signature_band where discussion_id = $1 and band = $2', [discussionId, band]);
    await tx.query(
      `insert into signature_band (discussion_id, band, key, texts)
       select $1, $2, key, array_agg(no)
         from (select no, substring(signature from $3 for ${BAND_BITS})::integer as key
                 from text_signature where discussion_id = $1) keyed
        group by key
       having count(*) > 1`,
      [discussionId, band, band * BAND_BITS + 1],
    );
  }

  /**
   * The pairs that share a band and are alike, in pages through a cursor. Of those in a band each is held against one only, so a
   * letter that half the discussion has edited costs one comparison a text and not their square: against the one that shares
   * most bands with most texts, which is the letter itself rather than an edit of it, whenever it came.
   */
  async *links(tx: Transaction, discussionId: string, threshold: number): AsyncGenerator<readonly Link[]> {
    await tx.query(
      `declare links no scroll cursor for
       with sharing as materialized (
         select b.band, b.key, t.no, b.size
           from (select band, key, texts, cardinality(texts) as size from signature_band where discussion_id = $1 offset 0) b
          cross join unnest(b.texts) as t (no)
       ), weight as (
         select no, sum(size) as weight from sharing group by no
       ), hub as (
         select band, key, -(max(array[weight, -no]))[2] as no from sharing join weight using (no) group by band, key
       ), pair as (
         select distinct h.no::integer as a, s.no as b from sharing s join hub h using (band, key) where h.no <> s.no
       )
       select p.a, p.b
         from pair p
         join text_signature a on a.discussion_id = $1 and a.no = p.a
         join text_signature b on b.discussion_id = $1 and b.no = p.b
        where signature_likeness(a.signature, b.signature) >= $2`,
      [discussionId, Math.ceil(threshold * VALUES)],
    );
    for (;;) {
      const page = await tx.query<Link>(`fetch ${PAGE} from links`);
      if (page.length === 0) break;
      yield page;
    }
    await tx.query('close links');
  }
}
