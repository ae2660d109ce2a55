import { Transactions } from '#lib/database';
import { type Actor, newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { actorLabel } from '../domain/entry.js';
import type { Verdict } from '../domain/verdict.js';
import { assertMayReadLedger } from '../queries/may-read.js';
import { Verifications } from '../queries/verifications.js';
import { VerifyLedger } from '../queries/verify-ledger.js';
import { Ledger } from './record-act.js';

@Injectable()
export class CheckChain {
  constructor(
    private readonly transactions: Transactions,
    private readonly verifyLedger: VerifyLedger,
    private readonly verifications: Verifications,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Verifies the whole chain, through the hash it had when it was last found whole, and keeps what was found (REQ-115).
   * @param signal ends the walk, by its reason as the error; nothing is kept then
   * @throws DomainError `not-allowed` unless an administrator or the system asks
   */
  async execute(actor: Actor, signal?: AbortSignal): Promise<Verdict> {
    assertMayReadLedger(actor);
    const verdict = await this.verifyLedger.execute(await this.verifications.knownHead(), signal);
    const { entries, head, broken } = verdict;
    const id = newId();
    await this.transactions.run(async (tx) => {
      await tx.query(
        `insert into ledger_verification (id, actor, entries, head, fault, broken_at, broken_id)
         values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7)`,
        [id, actorLabel(actor), entries, head, broken?.fault, broken?.sequence, broken?.id],
      );
      const found = broken ? { entries, head, fault: broken.fault, brokenAt: broken.sequence } : { entries, head };
      const subject = { kind: 'ledger', id };
      await this.ledger.record(tx, { actor, act: 'ledger.verified', subject, data: found });
    });
    return verdict;
  }
}
