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

  /** The same act on many subjects, by one statement. */
  async recordMany(
    tx: Transaction,
    { actor, act }: Pick<Act, 'actor' | 'act'>,
    entries: readonly Pick<Act, 'subject' | 'data'>[],
  ): Promise<void> {
    await tx.query(
      `insert into ledger_entry (id, actor, act, subject_kind, subject_id, data)
       select e.id, $1, $2, e.kind, e.subject, e.data
         from unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[]) as e (id, kind, subject, data)`,
      [
        actorLabel(actor),
        act,
        entries.map(() => newId()),
        entries.map(({ subject }) => subject.kind),
        entries.map(({ subject }) => subject.id),
        entries.map(({ data = {} }) => canonicalJson(data)),
      ],
    );
  }
}
