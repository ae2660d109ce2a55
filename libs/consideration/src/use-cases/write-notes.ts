import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock, DomainError, newId } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { remarksToWorkOn } from '../persistence/own-remarks.js';
import { assertNote } from './write-note.js';

export interface NoteToWrite {
  readonly remarkId: string;
  /** 1 to 5,000 characters. */
  readonly text: string;
}

@Injectable()
export class WriteNotes {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Notes on many remarks at once, all or none; nobody is asked to look. @throws DomainError as `WriteNote` */
  execute(notes: readonly NoteToWrite[], actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, notes, actor));
  }

  async within(tx: Transaction, notes: readonly NoteToWrite[], actor: Actor): Promise<void> {
    if (notes.length === 0) return;
    const ids = notes.map(({ remarkId }) => remarkId);
    await remarksToWorkOn(tx, ids, actor);
    if (actor.kind !== 'officer') throw new DomainError('not-allowed', 'an officer writes notes');
    for (const { text } of notes) assertNote(text);
    await tx.query(
      `insert into remark_note (id, remark_id, author_id, body, written_at)
       select n.id, n.remark_id, $1, n.body, $2 from unnest($3::uuid[], $4::uuid[], $5::text[]) as n (id, remark_id, body)`,
      [actor.id, this.clock.now(), notes.map(() => newId()), ids, notes.map(({ text }) => text.trim())],
    );
  }
}
