import { languages } from '#lib/kernel';
import { type RenderingFormat, type RenderingLanguage } from './rendering-kinds.js';

/** The making of a report: assemble the data, check them, render each document, show it to the body. */
export const runStates = ['RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type RunState = (typeof runStates)[number];

/** A failed run is tried again from its failed step; a cancelled one is not: the next starts anew. */
export const runTransitions: Readonly<Record<RunState, readonly RunState[]>> = {
  RUNNING: ['DONE', 'FAILED', 'CANCELLED'],
  FAILED: ['RUNNING', 'CANCELLED'],
  DONE: [],
  CANCELLED: [],
};

export const runMayMove = (from: RunState, to: RunState): boolean => runTransitions[from].includes(to);

export const stepNames = ['ASSEMBLE', 'CHECK', 'RENDER', 'PRESENT'] as const;
export type StepName = (typeof stepNames)[number];

export const stepStates = ['WAITING', 'RUNNING', 'DONE', 'FAILED'] as const;
export type StepState = (typeof stepStates)[number];

/** A step whose worker was killed is taken up again by another: it goes from running to running. */
export const stepTransitions: Readonly<Record<StepState, readonly StepState[]>> = {
  WAITING: ['RUNNING'],
  RUNNING: ['RUNNING', 'DONE', 'FAILED'],
  FAILED: ['RUNNING'],
  DONE: [],
};

export const stepMayMove = (from: StepState, to: StepState): boolean => stepTransitions[from].includes(to);

export interface PlannedStep {
  readonly step: StepName;
  readonly format: RenderingFormat | null;
  readonly language: RenderingLanguage | null;
}

const plain = (step: StepName): PlannedStep => ({ step, format: null, language: null });
const render = (format: RenderingFormat, language: RenderingLanguage): PlannedStep => ({
  step: 'RENDER',
  format,
  language,
});

/** The steps of a run in their order. The renderings follow from the same data and from nothing else. */
export const plannedSteps: readonly PlannedStep[] = [
  plain('ASSEMBLE'),
  plain('CHECK'),
  render('JSON', 'mul'),
  render('CSV', 'mul'),
  ...languages.map((language) => render('XLSX', language)),
  ...languages.map((language) => render('DOCX', language)),
  ...languages.map((language) => render('PDF', language)),
  plain('PRESENT'),
];

/** Times a step is tried before the run fails and waits for a person. */
export const STEP_ATTEMPTS = 3;
