import { Database, isConnectionLost, sqlState } from '#lib/database';
import { citizen } from '#lib/kernel';
import { actorLabel, type LedgerAct } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DiscussionNotFound, IntakeTooBusy } from '../domain/refusals.js';
import { claimFiles, judge, type Sends } from './intake-queries.js';
import { intakeFault } from './intake-fault.js';
import type { Judgement } from './intake-row.js';
import { type QueuedRow, waitedTooLong } from './queued-row.js';

const RECEIVED: LedgerAct = 'remark.received';

@Injectable()
export class IntakeWriter {
  constructor(private readonly database: Database) {}

  /**
   * One transaction for the batch; when a row breaks it, one transaction a row. Acknowledged means committed.
   * @throws IntakeTooBusy when the whole batch is to be sent again; the keys tell what was written all the same
   */
  async write(rows: readonly QueuedRow[]): Promise<PromiseSettledResult<Judgement>[]> {
    if (rows.some(waitedTooLong)) return this.writeSingly(rows);
    try {
      return (await this.commit(rows)).map((value) => ({ status: 'fulfilled', value }));
    } catch (error) {
      if (isBeyondOneRow(error)) throw new IntakeTooBusy('the database did not answer in time');
      return this.writeSingly(rows);
    }
  }

  private async writeSingly(rows: readonly QueuedRow[]): Promise<PromiseSettledResult<Judgement>[]> {
    const outcomes: PromiseSettledResult<Judgement>[] = [];
    for (const queued of rows) {
      const outcome = waitedTooLong(queued)
        ? Promise.reject<Judgement>(new IntakeTooBusy('the remark waited too long to be written'))
        : this.writeOne(queued);
      outcomes.push(...(await Promise.allSettled([outcome])));
    }
    return outcomes;
  }

  private async writeOne(queued: QueuedRow): Promise<Judgement> {
    try {
      const [judgement] = await this.commit([queued]);
      if (judgement) return judgement;
    } catch (error) {
      if (isBeyondOneRow(error)) throw new IntakeTooBusy('the database did not answer in time');
      throw intakeFault(error, queued.row.discussion_id);
    }
    throw new DiscussionNotFound(queued.row.discussion_id);
  }

  /**
   * Without files one call is the whole transaction: it is committed when it answers. The connection is there before the time
   * is taken: the wait for a free one is nobody's lateness (REQ-34).
   */
  private commit(rows: readonly QueuedRow[]): Promise<Judgement[]> {
    return this.database.lend((client) => {
      const send: Sends = async (text, values, name) => (await client.query({ text, values, name })).rows;
      const hasFiles = rows.some(({ row }) => row.files !== undefined);
      return hasFiles ? commitWithFiles(client, send, rows) : judge(send, rows, actorLabel(citizen), RECEIVED);
    });
  }
}

async function commitWithFiles(client: PoolClient, send: Sends, rows: readonly QueuedRow[]): Promise<Judgement[]> {
  try {
    await client.query('begin');
    const judgements = await judge(send, rows, actorLabel(citizen), RECEIVED);
    await claimFiles(send, rows, judgements);
    await client.query('commit');
    return judgements;
  } catch (error) {
    // When even this fails the connection is gone, and that is the error.
    await client.query('rollback');
    throw error;
  }
}

/** A fault of the server or of the load, not of a row: trying row by row would only make it worse. */
function isBeyondOneRow(error: unknown): boolean {
  return error instanceof IntakeTooBusy || isConnectionLost(error) || sqlState(error) === '57014';
}
