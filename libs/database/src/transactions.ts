import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';
import { Acting } from './acting.js';
import { bodySaid, SAY_BODY } from './body-query.js';

export interface Queryable {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** TypeORM answers UPDATE and DELETE with `[rows, count]` and everything else with rows; callers want rows. */
export function rowsOf<Row>(answer: unknown): Row[] {
  if (!Array.isArray(answer)) return [];
  const isPair = answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';
  return (isPair ? answer[0] : answer) as Row[];
}

/** One open transaction. Nothing inside it may use another connection. */
export class Transaction implements Queryable {
  constructor(readonly manager: EntityManager) {}

  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(await this.manager.query(sql, [...parameters]));
  }

  of<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.manager.getRepository(entity);
  }
}

@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acting: Acting,
  ) {}

  /** Commits when `work` resolves, rolls back when it throws. READ COMMITTED: repeatable read would let late rows in. */
  run<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction('READ COMMITTED', async (manager) => work(await this.begun(manager)));
  }

  /**
   * The same over one snapshot of the database, for long readings of what must agree with itself, without a lock that keeps
   * others from working. Never for what decides who is late.
   * @param minutes how long one statement may take
   */
  onSnapshot<Result>(minutes: number, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const tx = await this.begun(manager);
      await tx.query(`select set_config('statement_timeout', $1, true)`, [`${minutes}min`]);
      return work(tx);
    });
  }

  /** Of a request: for the body whose official acts; what is said ends with the transaction. */
  private async begun(manager: EntityManager): Promise<Transaction> {
    const request = this.acting.now;
    const tx = new Transaction(manager);
    if (request) await tx.query(SAY_BODY, [bodySaid(request)]);
    return tx;
  }
}
