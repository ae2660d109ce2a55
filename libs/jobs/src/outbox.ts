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
}
