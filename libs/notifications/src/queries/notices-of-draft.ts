import { Database } from '#lib/database';
import { type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

/** A change of the term, or the approval; what else happened says its instant elsewhere. */
export interface NoticeOfDraft {
  readonly happening: 'EXTENDED' | 'APPROVED';
  /** Of a change of the term: the close that it gave, exclusive. */
  readonly about: string;
  readonly at: Instant;
}

@Injectable()
export class NoticesOfDraft {
  constructor(private readonly database: Database) {}

  /** In the order in which they happened. */
  async public(discussionId: string): Promise<NoticeOfDraft[]> {
    if (!isId(discussionId)) return [];
    return this.database.query<NoticeOfDraft>(
      `select happening, about, happened_at as at from subscriber_notice
        where discussion_id = $1 and happening in ('EXTENDED', 'APPROVED') order by happened_at, id`,
      [discussionId],
    );
  }
}
