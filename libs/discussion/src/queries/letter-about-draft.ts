import type { Queryable } from '#lib/database';
import { approvedStates } from '#lib/drafting';
import type { Instant, Multilingual } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { isTakingRemarks } from './discussion-rows.js';

/** What a letter about a draft says; of a few rows by their keys, since one goes to each of tens of thousands. */
export interface DraftLetterFacts {
  readonly discussionId: string;
  readonly developerId: string;
  readonly title: Multilingual;
  readonly developer: Multilingual;
  readonly zone: string;
  /** Exclusive; null while the term has not started. */
  readonly closeAt: Instant | null;
  /** Whether a remark sent now would be on time, by the database clock. */
  readonly isTakingRemarks: boolean;
  /** Of a withdrawn discussion. */
  readonly withdrawalReason: string | null;
}

/** A discussion something is to be told of. */
interface DueOccasion {
  readonly discussionId: string;
  readonly developerId: string;
}

const approved = approvedStates.map((state) => `'${state}'`).join(', ');
/** Before the close, to who asked for letters. */
const REMINDER = `interval '3 days'`;

@Injectable()
export class LetterAboutDraft {
  async facts(q: Queryable, discussionId: string): Promise<DraftLetterFacts | undefined> {
    const [facts] = await q.query<DraftLetterFacts>(
      `select d.id as "discussionId", p.developer_id as "developerId", d.zone, d.close_at as "closeAt",
              jsonb_strip_nulls(jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru, 'en', p.title_en)) as title,
              jsonb_strip_nulls(jsonb_build_object('kk', b.name_kk, 'ru', b.name_ru, 'en', b.name_en)) as developer,
              ${isTakingRemarks} as "isTakingRemarks",
              d.withdrawal_reason as "withdrawalReason"
         from discussion d join procedure p on p.id = d.procedure_id join state_body b on b.id = p.developer_id
        where d.id = $1`,
      [discussionId],
    );
    return facts;
  }

  /** Those that close within three days, and were open before. */
  closingSoon(q: Queryable): Promise<(DueOccasion & { closeAt: Instant })[]> {
    return q.query(
      `select d.id as "discussionId", p.developer_id as "developerId", d.close_at as "closeAt"
         from discussion d join procedure p on p.id = d.procedure_id
        where d.state = 'OPEN' and d.close_at > clock_timestamp() and d.close_at <= clock_timestamp() + ${REMINDER}
          and d.open_at < d.close_at - ${REMINDER}`,
    );
  }

  /** Those whose draft is approved, by whatever act, and nobody was told of it yet; not what was approved before it was noted when. */
  approvedUntold(q: Queryable, limit = 100): Promise<(DueOccasion & { approvedAt: Instant })[]> {
    return q.query(
      `select d.id as "discussionId", p.developer_id as "developerId", p.approved_at as "approvedAt"
         from discussion d join procedure p on p.id = d.procedure_id
        where p.state in (${approved}) and p.approved_at is not null
          and not exists (select from subscriber_notice n where n.discussion_id = d.id and n.happening = 'APPROVED') limit $1`,
      [limit],
    );
  }
}
