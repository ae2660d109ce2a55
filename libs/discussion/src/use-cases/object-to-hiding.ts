import { isUniqueViolation, type Transaction, Transactions } from '#lib/database';
import { NotFound } from '#lib/identity';
import { citizen, DomainError, newId } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { moderatedStates } from '../domain/hiding-lifecycle.js';
import { wordsFaults } from '../domain/words.js';
import { lockTogether } from '../persistence/locked-discussion.js';
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
   * While the act is in force, the words are not erased, and the report is not signed.
   * @throws ReceiptNotValid, NotFound (an act that is not in force, or another remark's), DomainError `invalid-input`,
   *   `conflict` (objected before), `wrong-state` (the report is signed, the words are erased, or the act was undone at this moment)
   */
  async execute({ words, hidingId, ...receipt }: ObjectToHidingInput): Promise<void> {
    const remark = await this.remarks.execute(receipt);
    const act = [remark.hiding, remark.redaction].find((each) => each?.hidingId === hidingId);
    if (!act) throw new NotFound('hiding');
    const faults = wordsFaults('words', words);
    if (faults.length > 0) throw new DomainError('invalid-input', 'an objection says why', { faults });
    if (act.objection) throw new DomainError('conflict', 'this act was objected to before', { hidingId });
    if (!act.mayObject) throw notNow(hidingId);
    const { id: remarkId, discussionId, number } = remark;
    await this.transactions.run(async (tx) => {
      await lockTogether(tx, discussionId);
      const objectionId = await made(tx, remarkId, hidingId);
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

/** What moderates or erases a remark locks it first, so what is looked at after this lock stands still. */
async function made(tx: Transaction, remarkId: string, hidingId: string): Promise<string> {
  await tx.query('select from remark where id = $1 for share', [remarkId]);
  const [objection] = await tx
    .query<{ id: string }>(
      `insert into objection (id, hiding_id)
       select $1, h.id from hiding h join remark r on r.id = h.remark_id
         join discussion d on d.id = r.discussion_id join procedure p on p.id = d.procedure_id
        where h.id = $2 and h.state = 'IN_FORCE' and r.erased_at is null and p.state = any($3) returning id`,
      [newId(), hidingId, moderatedStates],
    )
    .catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error;
      throw new DomainError('conflict', 'this act was objected to before', { hidingId });
    });
  if (!objection) throw notNow(hidingId);
  return objection.id;
}

const notNow = (hidingId: string): DomainError =>
  new DomainError('wrong-state', 'the act is undone, the words are erased, or the report is signed', { hidingId });
