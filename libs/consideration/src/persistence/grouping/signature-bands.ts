import type { Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { BAND_BITS, VALUES } from '../../domain/similarity/signature.js';

/** Two texts, by their numbers, that are as like as the threshold asks. */
export interface Link {
  readonly a: number;
  readonly b: number;
}

const PAGE = 5_000;

@Injectable()
export class SignatureBands {
  /** Finds anew which texts agree in one band (0-31) of their signatures; of those the most copied one comes first. */
  async rebuild(tx: Transaction, discussionId: string, band: number): Promise<void> {
    await tx.query('delete from signature_band where discussion_id = $1 and band = $2', [discussionId, band]);
    await tx.query(
      `insert into signature_band (discussion_id, band, key, texts)
       select $1, $2, key, array_agg(no order by copies desc, no)
         from (select no, copies, substring(signature from $3 for ${BAND_BITS})::integer as key
                 from text_signature where discussion_id = $1) keyed
        group by key
       having count(*) > 1`,
      [discussionId, band, band * BAND_BITS + 1],
    );
  }

  /**
   * The pairs that share a band and are alike, in pages through a cursor. In a band each text is held against the first one and
   * against its neighbour only, so a letter that half the discussion has copied costs two comparisons a text and not their square.
   */
  async *links(tx: Transaction, discussionId: string, threshold: number): AsyncGenerator<readonly Link[]> {
    await tx.query(
      `declare links no scroll cursor for
       select p.a, p.b
         from (select distinct unnest(array[b.texts[1], b.texts[u.place]]) as a, u.no as b
                 from signature_band b cross join unnest(b.texts[2:]) with ordinality as u (no, place)
                where b.discussion_id = $1) p
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
