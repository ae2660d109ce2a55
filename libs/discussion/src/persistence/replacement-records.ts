import type { Transaction } from '#lib/database';
import { Outbox } from '#lib/jobs';
import { citizen } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { remarkReplaced } from '../events.js';
import type { OwnRemark } from './own-remark.js';

/** What follows from a replacement: the entry in the ledger, and a look at the new words. */
@Injectable()
export class ReplacementRecords {
  constructor(
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  async add(tx: Transaction, remark: OwnRemark, commitment: string): Promise<void> {
    const { id, number, discussionId, revision, actedAt } = remark;
    await this.ledger.record(tx, {
      actor: citizen,
      act: 'remark.replaced',
      subject: { kind: 'remark', id },
      data: { commitment, discussionId, number, revision: revision + 1, revisedAt: actedAt },
    });
    await this.outbox.emit(tx, remarkReplaced, { remarkId: id });
  }
}
