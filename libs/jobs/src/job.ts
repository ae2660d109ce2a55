/** One queue a kind of work: a flood of mail never delays a closing. */
export const queueNames = ['procedure', 'report', 'mail', 'grouping'] as const;
export type QueueName = (typeof queueNames)[number];

/** A piece of work by name. Data are ids only. */
export interface JobDefinition<Data extends Record<string, string>> {
  readonly job: string;
  readonly queue: QueueName;
  readonly sample?: Data;
}

export const defineJob = <Data extends Record<string, string>>(queue: QueueName, job: string): JobDefinition<Data> => ({
  job,
  queue,
});
