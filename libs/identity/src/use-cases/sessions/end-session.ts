import { type Transaction, Transactions } from '#lib/database';
import { type Actor, isId } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { NotAllowed, NotFound } from '../../domain/rights.js';
import { Sessions } from '../../persistence/sessions.js';

@Injectable()
export class EndSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly ledger: Ledger,
  ) {}

  /** Ends one session of the acting officer at once. @throws NotAllowed; NotFound for somebody else's or an ended one */
  async execute(sessionId: string, actor: Actor): Promise<void> {
    const ended = await this.end(actor, (tx, officerId) =>
      isId(sessionId) ? this.sessions.end(tx, officerId, sessionId) : Promise.resolve([]),
    );
    if (ended === 0) throw new NotFound('session');
  }

  /** Ends every session of the acting officer but the one named. @returns how many. @throws NotAllowed */
  async others(kept: string, actor: Actor): Promise<number> {
    return this.end(actor, (tx, officerId) => this.sessions.endOthers(tx, officerId, kept));
  }

  private async end(actor: Actor, ending: (tx: Transaction, officerId: string) => Promise<string[]>): Promise<number> {
    if (actor.kind !== 'officer') throw new NotAllowed('officer');
    return this.transactions.run(async (tx) => {
      const ended = await ending(tx, actor.id);
      const subject = { kind: 'officer', id: actor.id };
      const count = ended.length;
      if (count > 0) await this.ledger.record(tx, { actor, act: 'officer.session-ended', subject, data: { count } });
      return count;
    });
  }
}
