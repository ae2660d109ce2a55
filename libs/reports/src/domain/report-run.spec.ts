import { describe, expect, it } from '@jest/globals';
import {
  plannedSteps,
  runMayMove,
  type RunState,
  runStates,
  stepMayMove,
  type StepState,
  stepStates,
} from './report-run.js';

const pairs = <State extends string>(states: readonly State[]): [State, State][] =>
  states.flatMap((from) => states.map((to): [State, State] => [from, to]));

describe('the states of a run', () => {
  const allowed = ['RUNNING→DONE', 'RUNNING→FAILED', 'RUNNING→CANCELLED', 'FAILED→RUNNING', 'FAILED→CANCELLED'];

  it.each(pairs<RunState>(runStates))('%s → %s', (from, to) => {
    expect(runMayMove(from, to)).toBe(allowed.includes(`${from}→${to}`));
  });
});

describe('the states of a step', () => {
  const allowed = ['WAITING→RUNNING', 'RUNNING→RUNNING', 'RUNNING→DONE', 'RUNNING→FAILED', 'FAILED→RUNNING'];

  it.each(pairs<StepState>(stepStates))('%s → %s', (from, to) => {
    expect(stepMayMove(from, to)).toBe(allowed.includes(`${from}→${to}`));
  });
});

describe('the plan of a run', () => {
  it('assembles, checks, renders each document once, and shows the report last', () => {
    const steps = plannedSteps.map(({ step }) => step);
    expect([steps[0], steps[1], steps.at(-1)]).toEqual(['ASSEMBLE', 'CHECK', 'PRESENT']);
    const documents = plannedSteps
      .filter(({ step }) => step === 'RENDER')
      .map(({ format, language }) => `${format} ${language}`);
    expect(new Set(documents).size).toBe(steps.length - 3);
  });
});
