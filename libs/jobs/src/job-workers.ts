import { Injectable, Logger } from '@nestjs/common';
import type { LongProcessor, Processor } from './job-consumer.js';
import { JobConsumer } from './job-consumer.js';
import { queueNames, type QueueName } from './job.js';
import { QueueConnection } from './queue-connection.js';

const CONCURRENCY: Readonly<Record<QueueName, number>> = { procedure: 2, report: 1, mail: 4, grouping: 1 };

@Injectable()
export class JobWorkers {
  private readonly logger = new Logger('Jobs');

  constructor(
    private readonly connection: QueueConnection,
    private readonly consumer: JobConsumer,
  ) {}

  /**
   * Starts one BullMQ worker a queue.
   * @throws Error naming each routed job without a processor, and each with two
   */
  start(processors: readonly (Processor | LongProcessor)[], routedJobs: readonly string[]): void {
    const byName = new Map(processors.map((processor) => [processor.job.job, processor]));
    assertOneProcessorEach(processors, routedJobs);
    for (const queue of queueNames) {
      this.connection.work(queue, CONCURRENCY[queue], async ({ id, name }) => {
        const processor = byName.get(name);
        if (!processor || !id) return;
        const outcome = await this.carryOut(id, processor).catch((error: unknown) => {
          this.logger.warn({ msg: 'job failed', job: name, id, error: String(error) });
          throw error;
        });
        this.logger.log({ msg: 'job', job: name, id, outcome });
      });
    }
  }

  private carryOut(id: string, processor: Processor | LongProcessor): Promise<'done' | 'skipped'> {
    if ('work' in processor) return this.consumer.consumeLong(id, (data) => processor.work(data));
    return this.consumer.consume(id, (data, tx) => processor.process(data, tx));
  }
}

/** A job nobody carries out would wait for ever in silence; one carried out by two would happen twice. */
export function assertOneProcessorEach(
  processors: readonly Pick<Processor, 'job'>[],
  routedJobs: readonly string[],
): void {
  const names = processors.map(({ job }) => job.job);
  const faults = [
    ...routedJobs.filter((job) => !names.includes(job)).map((job) => `${job}: no processor`),
    ...names.filter((job, index) => names.indexOf(job) !== index).map((job) => `${job}: two processors`),
  ];
  if (faults.length > 0) throw new Error(`the job registry is wrong: ${faults.join('; ')}`);
}
