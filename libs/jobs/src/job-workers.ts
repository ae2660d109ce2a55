import { Injectable, Logger } from '@nestjs/common';
import { JobConsumer } from './job-consumer.js';
import { queueNames, type QueueName } from './job.js';
import { type AnyProcessor, isLong, isStep } from './processor.js';
import { QueueConnection } from './queue-connection.js';

const CONCURRENCY: Readonly<Record<QueueName, number>> = {
  procedure: 2,
  grouping: 1,
  report: 1,
  rendering: 1,
  mail: 4,
  // One upload at a time is unpacked in memory.
  files: 1,
};

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
  start(processors: readonly AnyProcessor[], routedJobs: readonly string[]): void {
    const byName = new Map(processors.map((processor) => [processor.job.job, processor]));
    assertOneProcessorEach(processors, routedJobs);
    for (const queue of queueNames) {
      this.connection.work(queue, CONCURRENCY[queue], async ({ id, name, data }) => {
        const processor = byName.get(name);
        if (!processor || !id) return;
        const outcome = await this.handle(processor, id, data).catch((error: unknown) => {
          this.logger.warn({ msg: 'job failed', job: name, id, error: String(error) });
          throw error;
        });
        this.logger.log({ msg: 'job', job: name, id, outcome });
      });
    }
  }

  private async handle(processor: AnyProcessor, id: string, sent: unknown): Promise<string> {
    if (isStep(processor)) {
      await processor.carryOut(sent as Record<string, string>);
      return 'done';
    }
    if (isLong(processor)) return this.consumer.consumeLong(id, (data) => processor.work(data));
    return this.consumer.consume(id, (data, tx) => processor.process(data, tx));
  }
}

/** A job nobody carries out would wait for ever in silence; one carried out by two would happen twice. */
export function assertOneProcessorEach(
  processors: readonly Pick<AnyProcessor, 'job'>[],
  routedJobs: readonly string[],
): void {
  const names = processors.map(({ job }) => job.job);
  const faults = [
    ...routedJobs.filter((job) => !names.includes(job)).map((job) => `${job}: no processor`),
    ...names.filter((job, index) => names.indexOf(job) !== index).map((job) => `${job}: two processors`),
  ];
  if (faults.length > 0) throw new Error(`the job registry is wrong: ${faults.join('; ')}`);
}
