import { Database, type Queryable } from '#lib/database';
import { type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { ObjectionOutcome } from '../domain/objection.js';
import { SealedTexts } from '../sealing/sealed-texts.js';

/** An objection for the officials who answer it. */
export interface ObjectionDetails {
  readonly id: string;
  readonly hidingId: string;
  readonly madeAt: Instant;
  /** Null once they are erased. */
  readonly words: string | null;
  readonly outcome: ObjectionOutcome | null;
  readonly answer: string | null;
  /** Labels of who proposed and confirmed the act: they do not answer. */
  readonly actors: readonly (string | null)[];
}

/** For officers of the developing body only; the caller checks that. */
@Injectable()
export class ObjectionsOf {
  constructor(
    private readonly database: Database,
    private readonly texts: SealedTexts,
  ) {}

  /** To acts upon one remark, the oldest first. */
  async remark(remarkId: string): Promise<ObjectionDetails[]> {
    const rows = await this.database.query<Omit<ObjectionDetails, 'words'>>(
      `select o.id, o.hiding_id as "hidingId", o.made_at as "madeAt", o.outcome, o.answer,
              array[h.proposed_by, h.confirmed_by] as actors
         from objection o join hiding h on h.id = o.hiding_id where h.remark_id = $1 order by o.made_at, o.id`,
      [remarkId],
    );
    const details: ObjectionDetails[] = [];
    for (const row of rows) details.push({ ...row, words: (await this.texts.open(this.database, row.id)) ?? null });
    return details;
  }

  /** Numbers of the remarks with an objection that waits for its answer, the oldest first. @param from the open transaction, if any */
  async waiting(discussionId: string, from: Queryable = this.database): Promise<string[]> {
    if (!isId(discussionId)) return [];
    const rows = await from.query<{ number: string }>(
      `select r.number from objection o join hiding h on h.id = o.hiding_id join remark r on r.id = h.remark_id
        where r.discussion_id = $1 and o.answered_at is null order by o.made_at, o.id`,
      [discussionId],
    );
    return rows.map(({ number }) => number);
  }
}
