import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { entryMayBecome } from '../domain/entry-lifecycle.js';
import { reasonFaults } from '../domain/reason.js';
import { Entries } from '../persistence/entries.js';
import { RecordableDiscussions } from '../persistence/recordable-discussions.js';
import type { EntryToSettle } from './confirm-entry.js';

export interface RefuseEntryInput extends EntryToSettle {
  /** What is to be entered otherwise; 1-2,000 characters, for officials. */
  readonly reason: string;
}

/** REQ-41: an entry does not agree with its letter. It stays as it was made; the first officer enters the letter anew. */
@Injectable()
export class RefuseEntry {
  constructor(
    private readonly transactions: Transactions,
    private readonly discussions: RecordableDiscussions,
    private readonly entries: Entries,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Whoever made the entry may take it back this way, too: nothing has counted yet. A second call changes nothing.
   * @throws EntryNotFound, DiscussionNotFound, NotFound (another body's), NotAllowed,
   *   DomainError `invalid-input`, `wrong-state` (confirmed before, or the remarks are considered)
   */
  execute(input: RefuseEntryInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { discussionId, entryId, reason }: RefuseEntryInput, actor: Actor): Promise<void> {
    requireRole(actor, 'officer', 'signer');
    await this.discussions.lock(tx, discussionId, actor);
    const { state, channel, registration, backdatedDays, enteredBy } = await this.entries.lock(
      tx,
      discussionId,
      entryId,
    );
    const faults = reasonFaults('reason', reason);
    if (faults.length > 0) throw new DomainError('invalid-input', 'a refusal needs a reason', { faults });
    if (state === 'REFUSED') return;
    if (!entryMayBecome(state, 'REFUSED')) {
      throw new DomainError('wrong-state', 'the entry was confirmed', { entryId, state });
    }
    await this.entries.refuse(tx, entryId, actor, reason.trim());
    await this.ledger.record(tx, {
      actor,
      act: 'entry.refused',
      subject: { kind: 'entry', id: entryId },
      data: { discussionId, channel, registration, backdatedDays, enteredBy },
    });
  }
}
