import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { reasonFaults } from '../domain/reason.js';
import { HidingWriters } from '../persistence/hiding-writers.js';
import { ModeratedRemarks } from '../persistence/moderated-remarks.js';
import type { HidingToSettle } from './confirm-hiding.js';

export interface RefuseHidingInput extends HidingToSettle {
  /** For officials; 1-2,000 characters. */
  readonly reason: string;
}

/** REQ-116: a proposal to hide is turned down, or taken back by who made it; the text has been public all the time. */
@Injectable()
export class RefuseHiding {
  constructor(
    private readonly transactions: Transactions,
    private readonly remarks: ModeratedRemarks,
    private readonly writers: HidingWriters,
  ) {}

  /**
   * A second call changes nothing.
   * @throws NotFound (also another body's), NotAllowed, DomainError `invalid-input`, `wrong-state` (in force or lifted, the
   *   report signed)
   */
  execute(input: RefuseHidingInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { number, hidingId, reason }: RefuseHidingInput, actor: Actor): Promise<void> {
    requireRole(actor, 'officer', 'signer');
    const remark = await this.remarks.lock(tx, number, actor);
    const hiding = await this.writers.hidings.of(tx, remark.id, hidingId);
    const faults = reasonFaults('reason', reason);
    if (faults.length > 0) throw new DomainError('invalid-input', 'a refusal needs a reason', { faults });
    if (hiding.state === 'REFUSED') return;
    await this.writers.hidings.refuse(tx, hiding, reason.trim(), actor);
    await this.writers.tell(tx, 'hiding.refused', hiding, remark, actor);
  }
}
