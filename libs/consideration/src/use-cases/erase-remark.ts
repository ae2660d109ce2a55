import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { ErasableRemarks } from '../persistence/erasable-remarks.js';

export interface EraseRemarkInput {
  readonly remarkId: string;
}

/**
 * Law 94-V, decision 22: the words of a remark and who sent it are erased, by an administrator of the developing body, on the
 * sender's request or because they must not be kept. Number, instants, decisions and commitment stay, so every count stays.
 */
@Injectable()
export class EraseRemark {
  constructor(
    private readonly transactions: Transactions,
    private readonly remarks: ErasableRemarks,
    private readonly ledger: Ledger,
  ) {}

  /**
   * A signed report is not rewritten.
   * @throws DomainError `not-allowed`, `not-found` (also for another body's remark), `wrong-state` when it was erased before
   */
  execute(input: EraseRemarkInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { remarkId }: EraseRemarkInput, actor: Actor): Promise<void> {
    requireRole(actor, 'administrator');
    const remark = await this.remarks.lock(tx, remarkId, actor);
    const { id, number, discussionId, isErased } = remark;
    if (isErased) throw new DomainError('wrong-state', 'the remark was erased before', { number });
    await this.remarks.erase(tx, remark, actor);
    await this.ledger.record(tx, {
      actor,
      act: 'remark.erased',
      subject: { kind: 'remark', id },
      data: { discussionId, number },
    });
  }
}
