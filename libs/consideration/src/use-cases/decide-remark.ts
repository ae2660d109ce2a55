import type { Transaction } from '#lib/database';
import { Transactions } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { DecideRemarks, type DecideRemarksInput } from './decide-remarks.js';

export interface DecideRemarkInput extends Omit<DecideRemarksInput, 'remarkIds'> {
  readonly remarkId: string;
}

@Injectable()
export class DecideRemark {
  constructor(
    private readonly transactions: Transactions,
    private readonly decideRemarks: DecideRemarks,
  ) {}

  /**
   * One decision on one point of one remark (A2.T4, REQ-50).
   * @returns its version, from 1
   * @throws DomainError as `DecideRemarks`
   */
  execute(input: DecideRemarkInput, actor: Actor): Promise<number> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { remarkId, ...decision }: DecideRemarkInput, actor: Actor): Promise<number> {
    const versions = await this.decideRemarks.within(tx, { ...decision, remarkIds: [remarkId] }, actor);
    return versions.get(remarkId) ?? 0;
  }
}
