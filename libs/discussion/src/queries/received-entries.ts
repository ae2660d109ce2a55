import { Database } from '#lib/database';
import { type Actor, DomainError, type Instant, isId, isInstant, type Page, type PageRequest } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { Senders } from '../sealing/senders.js';
import { type EntryLine, lineColumns, lineSource, type SealedLine } from './entry-rows.js';
import { assertOwnDiscussion } from './own-discussion.js';

/** Those another official entered and nobody has settled, those the asking official entered, or every one. */
export const entryViews = ['to-confirm', 'mine', 'all'] as const;
export type EntryView = (typeof entryViews)[number];

const conditions: Readonly<Record<EntryView, string>> = {
  'to-confirm': `e.state = 'ENTERED' and e.entered_by <> $2`,
  mine: 'e.entered_by = $2',
  all: '$2::text is not null',
};

@Injectable()
export class ReceivedEntries {
  constructor(
    private readonly database: Database,
    private readonly senders: Senders,
  ) {}

  /**
   * The letters typed in for one discussion, for officials of the developing body: those that wait first, the oldest first.
   * @throws DomainError `not-found` for another body's discussion, `invalid-input` for a cursor that is none of this list
   */
  async of(discussionId: string, actor: Actor, page: PageRequest, view: EntryView = 'all'): Promise<Page<EntryLine>> {
    await assertOwnDiscussion(this.database, discussionId, actor);
    const from = page.after === undefined ? undefined : placeOf(page.after);
    const rows = await this.database.query<SealedLine<EntryLine>>(
      `select ${lineColumns} from ${lineSource}
        where e.discussion_id = $1 and ${conditions[view]}
          and ($3::boolean is null or (e.state <> 'ENTERED', e.entered_at, e.id) > ($3, $4::timestamptz, $5::uuid))
        order by e.state <> 'ENTERED', e.entered_at, e.id limit $6`,
      [
        discussionId,
        actorLabel(actor),
        from?.isSettled ?? null,
        from?.enteredAt ?? null,
        from?.id ?? null,
        page.size + 1,
      ],
    );
    const items = rows.slice(0, page.size).map(({ sealedSender, ...line }) => {
      const { organisation, name } = this.senders.open(sealedSender);
      return { ...line, senderName: organisation ?? name };
    });
    const last = items.at(-1);
    return rows.length > page.size && last ? { items, next: cursorOf(last) } : { items };
  }
}

interface Place {
  readonly isSettled: boolean;
  readonly enteredAt: Instant;
  readonly id: string;
}

const cursorOf = ({ state, enteredAt, id }: EntryLine): string =>
  Buffer.from(`${state === 'ENTERED' ? 'w' : 's'} ${enteredAt} ${id}`).toString('base64url');

function placeOf(cursor: string): Place {
  const [group = '', enteredAt = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (['w', 's'].includes(group) && isInstant(enteredAt) && isId(id))
    return { isSettled: group === 's', enteredAt, id };
  throw new DomainError('invalid-input', 'the cursor is not one of this list', {
    faults: [{ field: 'after', fault: 'malformed' }],
  });
}
