import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, createRedisBackend, FlowProducer, Queue, Worker, withBackend } from 'bullmq';
import type { QueueName } from './job.js';

export const QUEUE_SETTINGS = Symbol('QueueSettings');

export interface QueueSettings {
  /** `postgres://…` or `redis://…`. */
  readonly url: string;
  /** Keeps installations that share a Redis apart. */
  readonly prefix?: string;
}

export type Handle = (job: { id?: string; name: string; data: unknown }) => Promise<void>;
interface QueueClasses {
  readonly Queue: typeof Queue;
  readonly Worker: typeof Worker;
  readonly FlowProducer: typeof FlowProducer;
}

/** The one place that knows which backend carries the queue. */
@Injectable()
export class QueueConnection implements OnApplicationShutdown {
  private readonly queues = new Map<QueueName, Queue>();
  private readonly workers: Worker[] = [];
  private producer: FlowProducer | undefined;

  constructor(@Inject(QUEUE_SETTINGS) private readonly settings: QueueSettings) {}

  get isRedis(): boolean {
    return this.settings.url.startsWith('redis');
  }

  queue(name: QueueName): Queue {
    const known = this.queues.get(name);
    if (known) return known;
    const classes = this.backend();
    const queue = new classes.Queue(name, {
      ...this.common(),
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
    });
    queue.on('error', () => undefined);
    this.queues.set(name, queue);
    return queue;
  }

  work(name: QueueName, concurrency: number, handle: Handle): void {
    const classes = this.backend();
    // A worker that is killed has its job given to another, as often as it takes: steps are done once all the same.
    const options = { ...this.common(), concurrency, maxStalledCount: 10 };
    const worker = new classes.Worker(name, (job) => handle(job), options);
    worker.on('error', () => undefined);
    this.workers.push(worker);
  }

  /** Puts jobs on the queue that wait for each other. */
  flows(): FlowProducer {
    if (this.producer) return this.producer;
    const classes = this.backend();
    const producer = new classes.FlowProducer(this.common());
    producer.on('error', () => undefined);
    this.producer = producer;
    return producer;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.producer?.close();
  }

  /** Both backends give the same classes; their types differ only in the connection they take. */
  private backend(): QueueClasses {
    const classes: unknown = this.isRedis ? withBackend(createRedisBackend) : withBackend(createPostgresBackend);
    return classes as QueueClasses;
  }

  /** PostgreSQL queues are told apart by their database, Redis ones by a prefix. */
  private common() {
    const { url, prefix = 'talqy' } = this.settings;
    const connection = this.isRedis
      ? { url, maxRetriesPerRequest: null }
      : { connectionString: url, max: 2, keepAlive: true };
    return { connection: connection as never, ...(this.isRedis ? { prefix } : {}) };
  }
}
