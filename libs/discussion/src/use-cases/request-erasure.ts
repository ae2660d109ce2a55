import { Transactions } from '#lib/database';
import { citizen } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { RemarkByReceipt } from '../queries/remark-of-receipt.js';

export interface RequestErasureInput {
  readonly number: string;
  /** From the receipt. */
  readonly secret: string;
}

/** Law 94-V: a subject asks that words and data be erased; an administrator of the body does it. */
@Injectable()
export class RequestErasure {
  constructor(
    private readonly transactions: Transactions,
    private readonly remarks: RemarkByReceipt,
    private readonly ledger: Ledger,
  ) {}

  /** Twice is once, and of what is erased already, or at this moment, nothing. @throws ReceiptNotValid */
  async execute(receipt: RequestErasureInput): Promise<void> {
    const { id, number, discussionId } = await this.remarks.execute(receipt);
    await this.transactions.run(async (tx) => {
      const [added] = await tx.query(
        `insert into erasure_request (remark_id) select id from remark where id = $1 and erased_at is null for share
             on conflict do nothing returning remark_id`,
        [id],
      );
      if (!added) return;
      await this.ledger.record(tx, {
        actor: citizen,
        act: 'erasure.requested',
        subject: { kind: 'remark', id },
        data: { discussionId, number },
      });
    });
  }
}
