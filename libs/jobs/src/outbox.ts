import type { Transaction } from '#lib/database';
import { type Instant, newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { EventDefinition } from './event.js';

@Injectable()
export class Outbox {
  /**
   * Tells an event with the caller's transaction: rolled back, it never happened.
   * @param notBefore UTC instant by the database clock before which its jobs do not run
   */
  async emit<Data extends Record<string, string>>(
    tx: Transaction,
    { event }: EventDefinition<Data>,
    data: Data,
    notBefore?: Instant,
  ): Promise<void> {
    await tx.query('insert into outbox_event (id, event, data, not_before) values ($1, $2, $3, $4)', [
      newId(),
      event,
      data,
      notBefore ?? null,
    ]);
  }

  /** Tells the same event of many subjects in one statement. */
  async emitMany<Data extends Record<string, string>>(
    tx: Transaction,
    { event }: EventDefinition<Data>,
    list: readonly Data[],
  ): Promise<void> {
    const rows = list.map((data) => ({ id: newId(), data }));
    await tx.query(
      'insert into outbox_event (id, event, data) select id, $1, data from jsonb_to_recordset($2) as e (id uuid, data jsonb)',
      [event, JSON.stringify(rows)],
    );
  }
}
