import { isUniqueViolation, type Transaction, Transactions } from '#lib/database';
import { NotFound } from '#lib/identity';
import { citizen, DomainError, newId } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { objectionFaults } from '../domain/objection.js';
import { RemarkByReceipt } from '../queries/remark-of-receipt.js';
import { SealedTexts } from '../sealing/sealed-texts.js';

export interface ObjectToHidingInput {
  readonly number: string;
  /** From the receipt. */
  readonly secret: string;
  readonly hidingId: string;
  /** 20-2,000 characters; for officials alone, and sealed. */
  readonly words: string;
}

/** REQ-116: who sent a remark objects to a hiding or a redaction of it, once to each; another official than who acted answers. */
@Injectable()
export class ObjectToHiding {
  constructor(
    private readonly transactions: Transactions,
    private readonly remarks: RemarkByReceipt,
    private readonly texts: SealedTexts,
    private readonly ledger: Ledger,
  ) {}

  /**
   * While the act is in force and the report is not signed.
   * @throws ReceiptNotValid, NotFound (an act that is not in force, or another remark's), DomainError `invalid-input`,
   *   `conflict` (objected before), `wrong-state` (the report is signed)
   */
  async execute({ words, hidingId, ...receipt }: ObjectToHidingInput): Promise<void> {
    const remark = await this.remarks.execute(receipt);
    const act = [remark.hiding, remark.redaction].find((each) => each?.hidingId === hidingId);
    if (!act) throw new NotFound('hiding');
    const faults = objectionFaults('words', words);
    if (faults.length > 0) throw new DomainError('invalid-input', 'an objection says why', { faults });
    if (act.objection) throw new DomainError('conflict', 'this act was objected to before', { hidingId });
    if (!act.mayObject) throw new DomainError('wrong-state', 'the report is signed', { hidingId });
    const { id: remarkId, discussionId, number } = remark;
    await this.transactions.run(async (tx) => {
      const objectionId = await made(tx, hidingId);
      await this.texts.add(tx, objectionId, remarkId, words.trim());
      await this.ledger.record(tx, {
        actor: citizen,
        act: 'objection.made',
        subject: { kind: 'remark', id: remarkId },
        data: { discussionId, number, hidingId },
      });
    });
  }
}

async function made(tx: Transaction, hidingId: string): Promise<string> {
  const id = newId();
  await tx.query('insert into objection (id, hiding_id) values ($1, $2)', [id, hidingId]).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError('conflict', 'this act was objected to before', { hidingId });
  });
  return id;
}
