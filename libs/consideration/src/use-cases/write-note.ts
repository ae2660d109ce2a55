import { type Transaction, Transactions } from '#lib/database';
import { Colleagues } from '#lib/identity';
import { Outbox } from '#lib/jobs';
import { type Actor, CLOCK, type Clock, DomainError, newId } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { NOTE_LIMIT, noteFault } from '../domain/note.js';
import { officerMentioned } from '../events.js';
import { remarksToWorkOn } from '../persistence/own-remarks.js';

export interface WriteNoteInput {
  readonly remarkId: string;
  /** 1 to 5,000 characters. */
  readonly text: string;
  /** Officers of the body who are asked to look; each gets a letter. */
  readonly mentions?: readonly string[];
}

@Injectable()
export class WriteNote {
  constructor(
    private readonly transactions: Transactions,
    private readonly colleagues: Colleagues,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A note on a remark for the officers of the body alone.
   * @returns its id
   * @throws DomainError `invalid-input` with `details.faults`; otherwise as `AssignRemarks`
   */
  execute(input: WriteNoteInput, actor: Actor): Promise<string> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { remarkId, text, mentions = [] }: WriteNoteInput, actor: Actor): Promise<string> {
    await remarksToWorkOn(tx, [remarkId], actor);
    if (actor.kind !== 'officer') throw new DomainError('not-allowed', 'an officer writes notes');
    assertNote(text);
    const asked = [...new Set(mentions)].filter((id) => id !== actor.id);
    await this.colleagues.assertOfficers(tx, asked, actor);
    const id = newId();
    await tx.query('insert into remark_note (id, remark_id, author_id, body, written_at) values ($1, $2, $3, $4, $5)', [
      id,
      remarkId,
      actor.id,
      text.trim(),
      this.clock.now(),
    ]);
    await tx.query('insert into remark_note_mention (note_id, officer_id) select $1, unnest($2::uuid[])', [id, asked]);
    await this.outbox.emitMany(
      tx,
      officerMentioned,
      asked.map((officerId) => ({ noteId: id, officerId })),
    );
    return id;
  }
}

/** @throws DomainError `invalid-input` with `details.faults` */
export function assertNote(text: string): void {
  const fault = noteFault(text);
  if (!fault) return;
  throw new DomainError('invalid-input', 'the note cannot be kept', {
    faults: [{ field: 'text', fault, limit: NOTE_LIMIT }],
  });
}
