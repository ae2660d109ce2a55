import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Flows } from './flows.js';
import { JobConsumer } from './job-consumer.js';
import { JobWorkers } from './job-workers.js';
import { Outbox } from './outbox.js';
import { OutboxAlarms } from './outbox-alarms.js';
import { OutboxRelay } from './outbox-relay.js';
import { QUEUE_SETTINGS, QueueConnection, type QueueSettings } from './queue-connection.js';

/** Without queue settings only the outbox is there: a portal emits, a worker relays and consumes. */
@Global()
@Module({ providers: [Outbox], exports: [Outbox] })
export class JobsModule {
  static forWorker(settings: QueueSettings): DynamicModule {
    const providers = [QueueConnection, Flows, OutboxRelay, OutboxAlarms, JobConsumer, JobWorkers];
    return {
      module: JobsModule,
      providers: [{ provide: QUEUE_SETTINGS, useValue: settings }, ...providers],
      exports: providers,
    };
  }
}
