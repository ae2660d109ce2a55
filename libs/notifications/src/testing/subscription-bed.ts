import { Transactions } from '#lib/database';
import { JobsModule } from '#lib/jobs';
import { type DiscussionRows, insertDiscussion, startTestBed, type TestBed, testKeyFile } from '#lib/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Happening, Subject } from '../domain/subscription.js';
import { Subscriptions } from '../persistence/subscriptions.js';
import { SubscriptionsModule } from '../subscriptions.module.js';
import { AskSubscription } from '../use-cases/ask-subscription.js';
import { ConfirmSubscription } from '../use-cases/confirm-subscription.js';
import { TellSubscribers } from '../use-cases/tell-subscribers.js';
import { DiscussionTable, StateBodyTable } from './tables-above.js';

/** Subscriptions over a fresh database, with one open discussion. */
export class SubscriptionBed {
  private constructor(
    readonly bed: TestBed,
    readonly rows: DiscussionRows,
  ) {}

  static async start(): Promise<SubscriptionBed> {
    const above = TypeOrmModule.forFeature([DiscussionTable, StateBodyTable]);
    const subscriptions = SubscriptionsModule.forRoot({ keyFile: testKeyFile() });
    const bed = await startTestBed({ imports: [JobsModule, above, subscriptions] });
    return new SubscriptionBed(bed, await insertDiscussion(bed.database, { state: 'OPEN' }));
  }

  get draft(): Subject {
    return { discussionId: this.rows.discussionId };
  }

  body(scope: 'NEW' | 'ALL'): Subject {
    return { bodyId: this.rows.bodyId, scope };
  }

  ask(address: string, subject: Subject = this.draft, language: 'kk' | 'ru' | 'en' = 'kk'): Promise<void> {
    return this.bed.get(AskSubscription).execute({ ...subject, address, language });
  }

  /** The token of the letter that was asked for last, as the worker takes it. */
  async token(): Promise<string> {
    const [row] = await this.query<{ id: string }>(
      'select id from subscription where token_hash is not null order by created_at desc limit 1',
    );
    const facts = await this.bed
      .get(Transactions)
      .run((tx) => this.bed.get(Subscriptions).requestLetter(tx, row?.id ?? ''));
    return facts?.token ?? '';
  }

  /** @returns the id of the subscription that stands */
  async subscribe(
    address: string,
    subject: Subject = this.draft,
    language: 'kk' | 'ru' | 'en' = 'kk',
  ): Promise<string> {
    await this.ask(address, subject, language);
    return (await this.bed.get(ConfirmSubscription).execute(await this.token())).id;
  }

  /** Notes that this happened to the draft. */
  tellOf(happening: Happening): Promise<number> {
    const { discussionId, bodyId } = this.rows;
    return this.bed
      .get(Transactions)
      .run((tx) => this.bed.get(TellSubscribers).note(tx, [{ discussionId, bodyId, happening, about: '' }]));
  }

  query<Row>(sql: string, values?: unknown[]): Promise<Row[]> {
    return this.bed.database.query<Row>(sql, values);
  }

  /** Data of the events that are told under this name, in their order. */
  async told<Data>(event: string): Promise<Data[]> {
    const rows = await this.query<{ data: Data }>('select data from outbox_event where event = $1 order by id', [
      event,
    ]);
    return rows.map(({ data }) => data);
  }

  async empty(): Promise<void> {
    for (const table of ['subscription', 'subscriber_notice', 'outbox_event']) await this.query(`delete from ${table}`);
  }
}
