import type { Transaction } from '#lib/database';
import { type Actor, canonicalJson, newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { actorLabel, type LedgerAct } from '../domain/entry.js';

export interface Act {
  readonly actor: Actor;
  readonly act: LedgerAct;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Facts and hashes; never a name, a contact or the text of a remark. */
  readonly data?: Readonly<Record<string, unknown>>;
}

@Injectable()
export class Ledger {
  /** Appends one entry in the act's own transaction; the database stamps when. */
  async record(tx: Transaction, { actor, act, subject, data = {} }: Act): Promise<void> {
    await tx.query(
      'insert into ledger_entry (id, actor, act, subject_kind, subject_id, data) values ($1, $2, $3, $4, $5, $6)',
      [newId(), actorLabel(actor), act, subject.kind, subject.id, canonicalJson(data)],
    );
  }
}
