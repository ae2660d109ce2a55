import type { Transaction } from '#lib/database';
import type { JobDefinition } from './job.js';

type Data = Record<string, string>;

/** Carries out one kind of job by calling one use case with the transaction in which the job becomes done. */
export interface Processor<D extends Data = Data> {
  readonly job: JobDefinition<D>;
  process(data: D, tx: Transaction): Promise<void>;
}

/** Puts further jobs on the queue, outside every transaction; then the job is noted as done. Twice is harmless. */
export interface Ringer<D extends Data = Data> {
  readonly job: JobDefinition<D>;
  ring(data: D): Promise<void>;
}

/**
 * One step of long work that keeps its own books in PostgreSQL: it begins, goes on and ends in transactions of its own, so that
 * none lasts for minutes. It comes by a flow, not by the outbox.
 */
export interface StepProcessor<D extends Data = Data> {
  readonly job: JobDefinition<D>;
  carryOut(data: D): Promise<void>;
}

export type AnyProcessor = Processor | Ringer | StepProcessor;

export const isStep = (processor: AnyProcessor): processor is StepProcessor => 'carryOut' in processor;
export const isRinger = (processor: AnyProcessor): processor is Ringer => 'ring' in processor;
