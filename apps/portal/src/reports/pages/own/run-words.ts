import type { Instant } from '#lib/kernel';
import type { MessageKey } from '#lib/localisation';
import type { RunState, RunView, StepState } from '#lib/reports';
import { zonedText } from '#lib/time-limits';
import { figuresOf } from '../../../pages-kit/figures.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { documentName } from '../document-names.js';
import { failureWords } from './failure-words.js';

/** A step as an official reads it, and as the script of the page shows it when it changes. */
export interface StepWords {
  readonly id: string;
  readonly name: string;
  readonly state: { readonly text: string; readonly classes: string };
  /** "1 200 of 5 000"; empty before it is known. */
  readonly progress: string;
  readonly done: number;
  /** 0 before it is known. */
  readonly total: number;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Why it failed, in people's words, and what the program said for whoever looks closer. */
  readonly failure: { readonly text: string; readonly detail: string } | null;
}

export interface RunWords {
  readonly state: { readonly text: string; readonly classes: string };
  /** One sentence, announced when it changes: steps done of all. */
  readonly summary: string;
  readonly isRunning: boolean;
  readonly steps: readonly StepWords[];
}

const runs: Readonly<Record<RunState, { readonly key: MessageKey; readonly classes: string }>> = {
  RUNNING: { key: 'making.state.RUNNING', classes: 'govuk-tag--blue' },
  DONE: { key: 'making.state.DONE', classes: 'govuk-tag--green' },
  FAILED: { key: 'making.state.FAILED', classes: 'govuk-tag--red' },
  CANCELLED: { key: 'making.state.CANCELLED', classes: 'govuk-tag--grey' },
};
const steps: Readonly<Record<StepState, { readonly key: MessageKey; readonly classes: string }>> = {
  WAITING: { key: 'making.step-state.WAITING', classes: 'govuk-tag--grey' },
  RUNNING: { key: 'making.step-state.RUNNING', classes: 'govuk-tag--blue' },
  DONE: { key: 'making.step-state.DONE', classes: 'govuk-tag--green' },
  FAILED: { key: 'making.step-state.FAILED', classes: 'govuk-tag--red' },
};

export function runWords(run: RunView, zone: string, visit: PageVisit): RunWords {
  const { t } = visit;
  const done = run.steps.filter(({ state }) => state === 'DONE').length;
  const { key, classes } = runs[run.state];
  return {
    state: { text: t(key), classes },
    summary: t('making.summary', { state: t(key), done, total: run.steps.length }),
    isRunning: run.state === 'RUNNING',
    steps: run.steps.map((step, index) => stepWords(step, `step-${index + 1}`, zone, visit)),
  };
}

function stepWords(step: RunView['steps'][number], id: string, zone: string, visit: PageVisit): StepWords {
  const { t } = visit;
  const { state, done, total, startedAt, finishedAt, error } = step;
  const { key, classes } = steps[state];
  const { number } = figuresOf(visit);
  return {
    id,
    name: stepName(step, visit),
    state: { text: t(key), classes },
    progress: total > 0 ? t('making.progress', { done: number(done), total: number(total) }) : '',
    done,
    total,
    startedAt: clockTime(startedAt, zone),
    finishedAt: clockTime(finishedAt, zone),
    failure: error === null || state === 'DONE' ? null : { text: failureWords(error, visit), detail: error },
  };
}

const stepName = ({ step, format, language }: RunView['steps'][number], { t }: PageVisit): string =>
  format === null || language === null
    ? t(`making.step.${step}`)
    : t('making.step.document', { document: documentName(format, language, t) });

/** The hour alone: the day stands above the table. */
const clockTime = (at: Instant | null, zone: string): string => (at === null ? '' : zonedText(at, zone).slice(11, 19));
