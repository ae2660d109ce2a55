import type { Instant } from '#lib/kernel';

export const runStates = ['RUNNING', 'DONE', 'FAILED'] as const;
export type RunState = (typeof runStates)[number];

/** Waiting for a worker, reading and signing the texts, comparing the bands of their signatures, writing the suggestions. */
export const runStages = ['WAITING', 'READING', 'COMPARING', 'WRITING'] as const;
export type RunStage = (typeof runStages)[number];

/** One search for similar remarks. While reading `done` of `total` are remarks, while comparing bands. */
export interface GroupingRun {
  readonly id: string;
  readonly state: RunState;
  readonly stage: RunStage;
  readonly done: number;
  readonly total: number;
  readonly requestedAt: Instant;
  readonly finishedAt: Instant | null;
}
