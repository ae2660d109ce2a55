import { Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { ownRemarks } from '../persistence/own-remarks.js';

@Injectable()
export class MarkMentionsRead {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The officer has seen what colleagues wrote on the remark. @throws DomainError `not-found` for another body's remark */
  execute(remarkId: string, actor: Actor): Promise<void> {
    return this.transactions.run(async (tx) => {
      await ownRemarks(tx, [remarkId], actor);
      if (actor.kind !== 'officer') return;
      await tx.query(
        `update remark_note_mention m set read_at = $3 from remark_note n
          where n.id = m.note_id and n.remark_id = $1 and m.officer_id = $2 and m.read_at is null`,
        [remarkId, actor.id, this.clock.now()],
      );
    });
  }
}
