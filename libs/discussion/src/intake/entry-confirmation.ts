import type { Transaction } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { Entries, type EntryOutcome, type LockedEntry } from '../persistence/entries.js';
import { RecordedRemarks } from './recorded-remarks.js';

/** REQ-41: an entry becomes a remark, or a late arrival, by the evidence it carries. */
@Injectable()
export class EntryConfirmation {
  constructor(
    private readonly remarks: RecordedRemarks,
    private readonly entries: Entries,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Records a waiting entry with the caller's transaction; who may do so is the caller's question.
   * @throws as `RecordedRemarks.write`
   */
  async record(tx: Transaction, entry: LockedEntry, actor: Actor): Promise<EntryOutcome> {
    const { id, discussionId, content, sender, channel, registration, arrivedAt, attachments, backdatedDays } = entry;
    if (!content || !sender) throw new Error('a waiting entry has lost its letter');
    const letter = { channel, registration, arrivedAt, content, sender, attachments };
    const [recorded] = await this.remarks.write(tx, discussionId, [letter], actor, 'before');
    if (!recorded?.id || !recorded.number) throw new Error('an entry became nothing');
    await this.entries.confirm(tx, id, actor, { verdict: recorded.verdict, id: recorded.id });
    const outcome = await this.entries.outcomeOf(tx, id);
    if (!outcome) throw new Error('a confirmed entry became nothing');
    const { verdict, number } = outcome;
    await this.ledger.record(tx, {
      actor,
      act: 'entry.confirmed',
      subject: { kind: 'entry', id },
      data: { discussionId, channel, registration, backdatedDays, verdict, number, enteredBy: entry.enteredBy },
    });
    return outcome;
  }
}
