import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Acting } from './acting.js';
import { queryOf } from './body-query.js';
import { isConnectionLost } from './sql-state.js';
import type { Queryable } from './transactions.js';

/** Reads outside a transaction, straight through the pool of the data source, for the body whose official asks. */
@Injectable()
export class Database implements Queryable {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acting: Acting,
  ) {}

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const request = this.acting.now;
    const plain = { text: sql, values: [...parameters] };
    const { rows } = await this.pool.query(request ? queryOf(request, sql, parameters) : plain);
    return rows as Row[];
  }

  /** Lends one connection to `work`, which is the process's own and no request's. One that breaks meanwhile is an error of the work alone, and is not used again. */
  async lend<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    // Without a listener the break of a connection in use ends the process.
    const onBreak = (error: Error) => {
      broken = error;
    };
    client.on('error', onBreak);
    try {
      return await work(client);
    } catch (error) {
      if (isConnectionLost(error)) broken ??= error as Error;
      throw error;
    } finally {
      client.release(broken);
      client.off('error', onBreak);
    }
  }
}
