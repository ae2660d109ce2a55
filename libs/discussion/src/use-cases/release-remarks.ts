import { type Transaction, Transactions } from '#lib/database';
import { Procedures } from '#lib/drafting';
import { requireOwnBody, requireRole } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { lockTogether } from '../persistence/locked-discussion.js';
import { isWaiting } from '../queries/remark-rows.js';

/** A text as the officer read it: the number, and which version of the text it was. */
export interface ReadText {
  readonly number: string;
  readonly revision: number;
}

export interface ReleaseRemarksInput {
  readonly discussionId: string;
  /** 1-500. */
  readonly texts: readonly ReadText[];
}

const AT_ONCE = 500;

/** REQ-116: texts that waited become public, as many at once as an officer has read. When and that they were received stays. */
@Injectable()
export class ReleaseRemarks {
  constructor(
    private readonly transactions: Transactions,
    private readonly procedures: Procedures,
    private readonly ledger: Ledger,
  ) {}

  /**
   * All of them or none; what was released before, or shown by itself, stays so.
   * @returns how many became public by this call
   * @throws DiscussionNotFound, NotFound (another body's), NotAllowed, DomainError `invalid-input` (none, or more than 500),
   *   `not-found` (a number that is none of this discussion), `conflict` naming those whose senders have replaced the text since
   */
  execute(input: ReleaseRemarksInput, actor: Actor): Promise<number> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { discussionId, texts }: ReleaseRemarksInput, actor: Actor): Promise<number> {
    requireRole(actor, 'officer');
    const { procedureId } = await lockTogether(tx, discussionId);
    const { developerId } = await this.procedures.byId(tx, procedureId);
    requireOwnBody(actor, developerId, 'discussion');
    const read = new Map(texts.map(({ number, revision }) => [number, revision]));
    if (read.size === 0 || read.size > AT_ONCE) {
      throw new DomainError('invalid-input', `choose 1 to ${AT_ONCE} texts`, {
        faults: [{ field: 'texts', fault: read.size === 0 ? 'missing' : 'too-long', limit: AT_ONCE }],
      });
    }
    await assertAsRead(tx, discussionId, read);
    const released = await tx.query<{ number: string }>(
      `update remark r set released_at = clock_timestamp(), released_by = $3
        where r.discussion_id = $1 and r.number = any($2::text[]) and ${isWaiting} returning r.number`,
      [discussionId, [...read.keys()], actorLabel(actor)],
    );
    if (released.length === 0) return 0;
    await this.ledger.record(tx, {
      actor,
      act: 'remarks.released',
      subject: { kind: 'discussion', id: discussionId },
      data: { discussionId, count: released.length, numbers: released.map(({ number }) => number).toSorted() },
    });
    return released.length;
  }
}

/** Locks the remarks. */
async function assertAsRead(tx: Transaction, discussionId: string, read: ReadonlyMap<string, number>): Promise<void> {
  const found = await tx.query<ReadText>(
    'select number, revision from remark where discussion_id = $1 and number = any($2::text[]) order by id for update',
    [discussionId, [...read.keys()]],
  );
  if (found.length < read.size) throw new DomainError('not-found', 'a number is none of this discussion');
  const replaced = found.filter(({ number, revision }) => revision !== read.get(number)).map(({ number }) => number);
  if (replaced.length > 0) {
    throw new DomainError('conflict', 'senders have replaced texts since they were read', { numbers: replaced });
  }
}
