import type { Transaction } from '#lib/database';
import type { JobDefinition } from './job.js';

type Data = Record<string, string>;

/** Carries out one kind of job by calling one use case with the transaction in which the job becomes done. */
export interface Processor<D extends Data = Data> {
  readonly job: JobDefinition<D>;
  process(data: D, tx: Transaction): Promise<void>;
}

/**
 * Work outside every transaction, in transactions of its own or on the queue itself; it is noted as done after. It must be able to
 * start again after any of its parts, and to be done twice.
 */
export interface LongProcessor<D extends Data = Data> {
  readonly job: JobDefinition<D>;
  /** @returns false when somebody else is at the same work: the job is not done yet, and is asked for again */
  work(data: D): Promise<boolean>;
}

/**
 * One step of long work that keeps its own books in PostgreSQL: it begins, goes on and ends in transactions of its own, so that
 * none lasts for minutes. It comes by a flow, not by the outbox.
 */
export interface StepProcessor<D extends Data = Data> {
  readonly job: JobDefinition<D>;
  carryOut(data: D): Promise<void>;
}

export type AnyProcessor = Processor | LongProcessor | StepProcessor;

export const isStep = (processor: AnyProcessor): processor is StepProcessor => 'carryOut' in processor;
export const isLong = (processor: AnyProcessor): processor is LongProcessor => 'work' in processor;
