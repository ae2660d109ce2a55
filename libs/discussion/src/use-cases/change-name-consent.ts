import { Transactions } from '#lib/database';
import { citizen, DomainError } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { NAME_CONSENT_VERSION } from '../domain/name-consent.js';
import { RemarkByReceipt } from '../queries/remark-of-receipt.js';

export interface ChangeNameConsentInput {
  readonly number: string;
  /** From the receipt. */
  readonly secret: string;
  readonly isGiven: boolean;
}

/** Law 94-V: a name is public by consent of its own, with its version and time, and taken back as easily as it was given. */
@Injectable()
export class ChangeNameConsent {
  constructor(
    private readonly transactions: Transactions,
    private readonly remarks: RemarkByReceipt,
    private readonly ledger: Ledger,
  ) {}

  /**
   * At any time, also after the close; twice is once. A report never has the name.
   * @throws ReceiptNotValid, DomainError `wrong-state` when who sent it is not kept any more
   */
  async execute({ number, secret, isGiven }: ChangeNameConsentInput): Promise<void> {
    const remark = await this.remarks.execute({ number, secret });
    await this.transactions.run(async (tx) => {
      const [sender] = await tx.query<{ isGiven: boolean }>(
        `select name_consent is not null as "isGiven" from sealed_sender where subject_id = $1 for update`,
        [remark.id],
      );
      if (!sender) throw new DomainError('wrong-state', 'who sent the remark is not kept any more', { number });
      if (sender.isGiven === isGiven) return;
      const version = isGiven ? NAME_CONSENT_VERSION : null;
      await tx.query(
        `update sealed_sender set name_consent = $2, name_consent_at = case when $2::text is not null then clock_timestamp() end
          where subject_id = $1`,
        [remark.id, version],
      );
      await this.ledger.record(tx, {
        actor: citizen,
        act: isGiven ? 'consent.given' : 'consent.withdrawn',
        subject: { kind: 'remark', id: remark.id },
        data: { number: remark.number, version: NAME_CONSENT_VERSION },
      });
    });
  }
}
