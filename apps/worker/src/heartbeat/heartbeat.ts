import { hostname } from 'node:os';
import { Database } from '#lib/database';
import { newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

/** Lets an operator and the command line see that a worker lives; no rule rests on it. */
@Injectable()
export class Heartbeat {
  private readonly id = `${hostname()}:${process.pid}:${newId()}`;

  constructor(private readonly database: Database) {}

  async beat(): Promise<void> {
    await this.database.query(
      `insert into worker_heartbeat (id) values ($1) on conflict (id) do update set seen_at = clock_timestamp()`,
      [this.id],
    );
    await this.database.query(`delete from worker_heartbeat where seen_at < clock_timestamp() - interval '1 hour'`);
  }

  async stop(): Promise<void> {
    await this.database.query('delete from worker_heartbeat where id = $1', [this.id]);
  }
}
