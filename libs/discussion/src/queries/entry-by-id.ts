import { Database } from '#lib/database';
import { type Actor, type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { EntryNotFound } from '../domain/refusals.js';
import { Entries } from '../persistence/entries.js';
import { Senders } from '../sealing/senders.js';
import { detailColumns, detailSource, type EntryDetails, type SealedLine } from './entry-rows.js';
import { assertOwnDiscussion } from './own-discussion.js';

type Row = SealedLine<Omit<EntryDetails, 'became' | 'isRegistrationRepeated'>> & {
  readonly becameNumber: string | null;
  readonly receivedAt: Instant;
  readonly closeAt: Instant | null;
  readonly commitment: string | null;
};

/** One letter typed in, with everything a second officer compares. */
@Injectable()
export class EntryById {
  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly senders: Senders,
  ) {}

  /** @throws EntryNotFound, DomainError `not-found` for another body's discussion */
  async execute(
    { discussionId, entryId }: { readonly discussionId: string; readonly entryId: string },
    actor: Actor,
  ): Promise<EntryDetails> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const [row] = isId(entryId)
      ? await this.database.query<Row>(
          `select ${detailColumns} from ${detailSource} where e.id = $1 and e.discussion_id = $2`,
          [entryId, discussionId],
        )
      : [];
    if (!row) throw new EntryNotFound();
    const { becameNumber: number, receivedAt, closeAt, commitment, sealedSender, ...entry } = row;
    const sender = sealedSender && this.senders.whole(sealedSender);
    const verdict = commitment === null ? ('LATE' as const) : ('ON_TIME' as const);
    return {
      ...entry,
      sender: entry.content && sender,
      senderName: sender?.organisation ?? sender?.name ?? null,
      isRegistrationRepeated: await this.entries.repeatsRegistration(this.database, entryId),
      became: number === null ? null : { verdict, number, receivedAt, closeAt, commitment },
    };
  }
}
