/** One queue a kind of work: neither a flood of mail nor the minutes of a large grouping or report delay a closing. */
export const queueNames = ['procedure', 'grouping', 'report', 'rendering', 'mail', 'files'] as const;
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
