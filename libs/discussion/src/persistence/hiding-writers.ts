import { hash } from 'node:crypto';
import type { Transaction } from '#lib/database';
import { Outbox } from '#lib/jobs';
import type { Actor } from '#lib/kernel';
import { Ledger, type LedgerAct } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { remarkHidden } from '../events.js';
import { Hidings, type StandingHiding } from './hidings.js';
import type { ModeratedRemark } from './moderated-remarks.js';
import { Redactions } from './redactions.js';

/** What an act of moderation writes: the hiding, its entry in the ledger, and what its sender is owed. */
@Injectable()
export class HidingWriters {
  constructor(
    readonly hidings: Hidings,
    readonly redactions: Redactions,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Keeps the text, or passages of it, from the public, and tells the sender with the ground. */
  async putInForce(tx: Transaction, hiding: StandingHiding, remark: ModeratedRemark, actor: Actor): Promise<void> {
    const isRedaction = hiding.extent === 'PASSAGES';
    if (isRedaction) await this.replaceRedaction(tx, hiding, remark, actor);
    await this.hidings.putInForce(tx, hiding, remark, actor);
    if (isRedaction) await this.redactions.apply(tx, hiding, remark.id);
    await this.tell(tx, 'hiding.confirmed', hiding, remark, actor);
    await this.outbox.emit(tx, remarkHidden, { hidingId: hiding.id });
  }

  /** Shows again what the hiding keeps from the public. */
  async lift(
    tx: Transaction,
    hiding: StandingHiding,
    remark: ModeratedRemark,
    reason: string,
    actor: Actor,
  ): Promise<void> {
    await this.hidings.lift(tx, hiding, remark, reason, actor);
    if (hiding.extent === 'PASSAGES') await this.redactions.restore(tx, hiding, remark.id);
    await this.tell(tx, 'hiding.lifted', hiding, remark, actor);
  }

  /** The ledger says that and why a number is hidden, with a hash of the explanation; no text of anybody. */
  async tell(
    tx: Transaction,
    act: Extract<LedgerAct, `hiding.${string}`>,
    { id: hidingId, extent, ground, explanationKk, explanationRu }: StandingHiding,
    { id, number, discussionId }: ModeratedRemark,
    actor: Actor,
  ): Promise<void> {
    const explanationSha256 = hash('sha256', `${explanationKk}\n${explanationRu}`);
    const passages = extent === 'WHOLE' ? {} : { passages: (await this.redactions.passagesOf(tx, hidingId)).length };
    await this.ledger.record(tx, {
      actor,
      act,
      subject: { kind: 'remark', id },
      data: { hidingId, discussionId, number, ground, explanationSha256, ...passages },
    });
  }

  /** Of one remark one redaction is in force: another, over the text as it was received, takes its place at one stroke. */
  private async replaceRedaction(
    tx: Transaction,
    { explanationKk, explanationRu }: StandingHiding,
    remark: ModeratedRemark,
    actor: Actor,
  ): Promise<void> {
    const before = await this.hidings.redactionInForce(tx, remark.id);
    if (before) await this.lift(tx, before, remark, `${explanationKk}\n${explanationRu}`.slice(0, 2_000), actor);
  }
}
