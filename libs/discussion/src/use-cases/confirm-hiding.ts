import { type Transaction, Transactions } from '#lib/database';
import { NotAllowed, requireRole } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { SecondOfficerNeeded } from '../domain/refusals.js';
import { HidingWriters } from '../persistence/hiding-writers.js';
import { ModeratedRemarks } from '../persistence/moderated-remarks.js';

/** A hiding as a page names it: by the remark, and by its own id, so that nobody confirms another than the one that was read. */
export interface HidingToSettle {
  readonly number: string;
  readonly hidingId: string;
}

/** REQ-116: a second officer agrees; the text, or its passages, are kept from the public from now on, and the sender is told. */
@Injectable()
export class ConfirmHiding {
  constructor(
    private readonly transactions: Transactions,
    private readonly remarks: ModeratedRemarks,
    private readonly writers: HidingWriters,
  ) {}

  /**
   * A second call changes nothing.
   * @throws NotFound (also another body's), NotAllowed, SecondOfficerNeeded, DomainError `wrong-state` (refused or lifted before,
   *   withdrawn, the report signed), `conflict` when the sender has replaced the text since it was proposed
   */
  execute(hiding: HidingToSettle, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, hiding, actor));
  }

  async within(tx: Transaction, { number, hidingId }: HidingToSettle, actor: Actor): Promise<void> {
    requireRole(actor, 'officer', 'signer');
    // No command or job of this program reads a remark for a person.
    if (actor.kind !== 'officer') throw new NotAllowed('officer');
    const remark = await this.remarks.lock(tx, number, actor);
    const hiding = await this.writers.hidings.of(tx, remark.id, hidingId);
    if (hiding.needsSecondOfficer && hiding.proposedBy === actorLabel(actor)) throw new SecondOfficerNeeded();
    if (hiding.state === 'IN_FORCE') return;
    if (remark.isErased) throw new DomainError('wrong-state', 'the words are erased', { number });
    if (hiding.state === 'PROPOSED' && hiding.revision !== remark.revision) {
      throw new DomainError('conflict', 'the sender has replaced the text since the hiding was proposed', { number });
    }
    await this.writers.putInForce(tx, hiding, remark, actor);
  }
}
