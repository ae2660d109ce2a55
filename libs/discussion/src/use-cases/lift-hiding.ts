import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { reasonFaults } from '../domain/reason.js';
import { HidingWriters } from '../persistence/hiding-writers.js';
import { ModeratedRemarks } from '../persistence/moderated-remarks.js';
import type { HidingToSettle } from './confirm-hiding.js';

export interface LiftHidingInput extends HidingToSettle {
  /** For officials; 1-2,000 characters. */
  readonly reason: string;
}

/**
 * REQ-116: the text, or the passages of it, is public again and waits for its answer. That it was hidden, and until when, stays in the
 * moderation log.
 */
@Injectable()
export class LiftHiding {
  constructor(
    private readonly transactions: Transactions,
    private readonly remarks: ModeratedRemarks,
    private readonly writers: HidingWriters,
  ) {}

  /**
   * One officer is enough to show; a second call changes nothing.
   * @throws NotFound (also another body's), NotAllowed, DomainError `invalid-input`, `wrong-state` (not in force, the report
   *   signed)
   */
  execute(input: LiftHidingInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { number, hidingId, reason }: LiftHidingInput, actor: Actor): Promise<void> {
    requireRole(actor, 'officer');
    const remark = await this.remarks.lock(tx, number, actor);
    const hiding = await this.writers.hidings.of(tx, remark.id, hidingId);
    const faults = reasonFaults('reason', reason);
    if (faults.length > 0) throw new DomainError('invalid-input', 'lifting a hiding needs a reason', { faults });
    if (hiding.state === 'LIFTED') return;
    if (hiding.extent === 'PASSAGES' && remark.isErased) {
      throw new DomainError('wrong-state', 'the words are erased', { number });
    }
    await this.writers.lift(tx, hiding, remark, reason.trim(), actor);
  }
}
