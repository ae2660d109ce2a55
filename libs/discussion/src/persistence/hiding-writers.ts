import { hash } from 'node:crypto';
import type { Transaction } from '#lib/database';
import { Outbox } from '#lib/jobs';
import type { Actor } from '#lib/kernel';
import { Ledger, type LedgerAct } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { remarkHidden } from '../events.js';
import { Hidings, type StandingHiding } from './hidings.js';
import type { ModeratedRemark } from './moderated-remarks.js';

/** What an act of moderation writes: the hiding, its entry in the ledger, and what its sender is owed. */
@Injectable()
export class HidingWriters {
  constructor(
    readonly hidings: Hidings,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Keeps the text from the public, and tells the sender with the ground. */
  async putInForce(tx: Transaction, hiding: StandingHiding, remark: ModeratedRemark, actor: Actor): Promise<void> {
    await this.hidings.putInForce(tx, hiding, remark, actor);
    await this.tell(tx, 'hiding.confirmed', hiding, remark, actor);
    await this.outbox.emit(tx, remarkHidden, { hidingId: hiding.id });
  }

  /** The ledger says that and why a number is hidden, with a hash of the explanation; no text of anybody. */
  async tell(
    tx: Transaction,
    act: Extract<LedgerAct, `hiding.${string}`>,
    { id: hidingId, ground, explanationKk, explanationRu }: StandingHiding,
    { id, number, discussionId }: ModeratedRemark,
    actor: Actor,
  ): Promise<void> {
    const explanationSha256 = hash('sha256', `${explanationKk}\n${explanationRu}`);
    await this.ledger.record(tx, {
      actor,
      act,
      subject: { kind: 'remark', id },
      data: { hidingId, discussionId, number, ground, explanationSha256 },
    });
  }
}
