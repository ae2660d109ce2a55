import { type Transaction, Transactions } from '#lib/database';
import { NotAllowed, requireRole } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { entryMayBecome } from '../domain/entry-lifecycle.js';
import { SecondOfficerNeeded } from '../domain/refusals.js';
import type { EntryOutcome } from '../persistence/entries.js';
import { EntryWriters } from '../persistence/entry-writers.js';
import { RecordableDiscussions } from '../persistence/recordable-discussions.js';

export interface EntryToSettle {
  readonly discussionId: string;
  readonly entryId: string;
}

/** REQ-41: a second officer has compared an entry with its scan; from now on it is a remark, or a late arrival. */
@Injectable()
export class ConfirmEntry {
  constructor(
    private readonly transactions: Transactions,
    private readonly discussions: RecordableDiscussions,
    private readonly writers: EntryWriters,
  ) {}

  /**
   * Typed in after the close but arrived inside the window is on time; nobody chooses which (REQ-39). A second call gives the
   * outcome of the first.
   * @throws EntryNotFound, DiscussionNotFound, NotFound (another body's), NotAllowed, SecondOfficerNeeded,
   *   DomainError `wrong-state` (refused before, or the remarks are considered), DiscussionWithdrawn
   */
  execute(entry: EntryToSettle, actor: Actor): Promise<EntryOutcome> {
    return this.transactions.run((tx) => this.within(tx, entry, actor));
  }

  async within(tx: Transaction, { discussionId, entryId }: EntryToSettle, actor: Actor): Promise<EntryOutcome> {
    const { entries, confirmation } = this.writers;
    requireRole(actor, 'officer', 'signer');
    // No command or job of this program compares a scan with a text.
    if (actor.kind !== 'officer') throw new NotAllowed('officer');
    await this.discussions.lock(tx, discussionId, actor);
    const entry = await entries.lock(tx, discussionId, entryId);
    if (entry.needsSecondOfficer && entry.enteredBy === actorLabel(actor)) throw new SecondOfficerNeeded();
    const before = await entries.outcomeOf(tx, entryId);
    if (before) return before;
    if (!entryMayBecome(entry.state, 'CONFIRMED')) {
      throw new DomainError('wrong-state', 'the entry was refused', { entryId, state: entry.state });
    }
    return confirmation.record(tx, entry, actor);
  }
}
