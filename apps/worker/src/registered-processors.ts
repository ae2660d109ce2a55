import type { Processor } from '#lib/jobs';

/** The token under which the worker's module lists what it can do. */
export const PROCESSORS = Symbol('Processors');

/** A processor typed by its own job, as the list of all processors takes it. */
export const asProcessor = <Data extends Record<string, string>>(processor: Processor<Data>): Processor =>
  processor as unknown as Processor;
