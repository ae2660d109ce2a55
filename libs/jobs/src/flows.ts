import { newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { FlowJobNode } from 'bullmq';
import type { JobDefinition } from './job.js';
import { QueueConnection } from './queue-connection.js';

/** A job that runs when its children have. */
export interface FlowNode<Data extends Record<string, string> = Record<string, string>> {
  readonly job: JobDefinition<Data>;
  readonly data: Data;
  readonly children?: readonly FlowNode<Data>[];
}

/** A step that fails is tried twice more, later each time; then what waits for it fails too. */
const ATTEMPTS = { attempts: 3, backoff: { type: 'exponential', delay: 2_000 } } as const;

@Injectable()
export class Flows {
  constructor(private readonly connection: QueueConnection) {}

  /** Puts a tree of jobs on the queue, children before parents. Each is a job of its own, also when it was there before. */
  async start<Data extends Record<string, string>>(root: FlowNode<Data>): Promise<void> {
    await this.connection.flows().add(nodeOf(root, true));
  }
}

function nodeOf({ job, data, children = [] }: FlowNode, isRoot = false): FlowJobNode {
  const opts = {
    ...ATTEMPTS,
    jobId: newId(),
    removeOnComplete: true,
    removeOnFail: true,
    ...(isRoot ? {} : { failParentOnFailure: true }),
  };
  const node = { name: job.job, queueName: job.queue, data, opts };
  return children.length > 0 ? { ...node, children: children.map((child) => nodeOf(child)) } : node;
}
