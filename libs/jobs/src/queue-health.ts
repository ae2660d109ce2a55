import type { QueueConnection } from './queue-connection.js';

/** Resolves when the queue answers within two seconds; throws otherwise. */
export async function queueHealth(connection: QueueConnection): Promise<void> {
  const answer = connection.queue('procedure').getJobCounts('waiting');
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the queue did not answer within 2 s')), 2_000).unref();
  });
  await Promise.race([answer, late]);
}
