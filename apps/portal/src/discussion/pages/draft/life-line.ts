import type { DiscussionDetails } from '#lib/discussion';
import { isApproved } from '#lib/drafting';
import { millisecondsBetween } from '#lib/kernel';
import type { ClockLine } from '#lib/reports';
import type { PublicService } from '#lib/service-register';
import { localDayOf } from '#lib/time-limits';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { standingOf } from '../standing.js';

export interface LifeStep {
  readonly no: number;
  readonly name: string;
  readonly when: string;
  readonly state: 'done' | 'now' | 'ahead' | 'late';
  readonly stateText: string;
  /** Where its circle stands in the picture. */
  readonly x: number;
}

/** The way of a draft as a picture with a table beside it; every figure of the picture is in the table. */
export interface LifeLine {
  readonly steps: readonly LifeStep[];
  readonly width: number;
  /** How far the way has gone. */
  readonly reachedX: number;
  readonly description: string;
}

type Step = Omit<LifeStep, 'no' | 'x' | 'stateText'>;

const GAP = 80;
const MARGIN = 24;

export interface LifeFacts {
  readonly discussion: DiscussionDetails;
  readonly line: ClockLine | undefined;
  readonly service: PublicService | undefined;
}

export function lifeLine({ discussion, line, service }: LifeFacts, visit: PageVisit): LifeLine {
  const { t } = visit;
  const placed = visit.day(localDayOf(discussion.openAt, discussion.zone));
  const steps: Step[] = [
    ...(service ? [{ name: t('life.registered'), when: visit.day(service.enteredOn), state: 'done' } as const] : []),
    { name: t('life.placed'), when: placed, state: 'done' },
    ...(discussion.state === 'WITHDRAWN'
      ? [withdrawnStep(discussion, visit)]
      : [closeStep(discussion, visit), reportStep(discussion, line, visit), approvalStep(discussion, visit)]),
  ];
  const numbered = steps.map((step, index) => ({
    ...step,
    no: index + 1,
    x: MARGIN + index * GAP,
    stateText: t(`life.${step.state}`),
  }));
  return {
    steps: numbered,
    width: MARGIN * 2 + GAP * (steps.length - 1),
    reachedX: reachedX(numbered, discussion),
    description: numbered.map(({ no, name, when, stateText }) => `${no}. ${name}: ${when}, ${stateText}`).join('; '),
  };
}

function closeStep(discussion: DiscussionDetails, visit: PageVisit): Step {
  const { closeAt, zone } = discussion;
  const when = closeAt === null ? visit.t('life.no-day') : visit.until(closeAt, zone);
  return { name: visit.t('life.close'), when, state: standingOf(discussion) === 'open' ? 'now' : 'done' };
}

function reportStep(discussion: DiscussionDetails, line: ClockLine | undefined, visit: PageVisit): Step {
  const { t } = visit;
  const name = t('life.report');
  if (line?.publishedAt) return { name, when: visit.day(localDayOf(line.publishedAt, line.zone)), state: 'done' };
  const term = line?.terms.find(({ id }) => id === 'publish-report');
  const when = term?.lastDay ? t('life.due', { day: visit.day(term.lastDay) }) : t('life.no-day');
  if (term?.standing === 'overdue') return { name, when, state: 'late' };
  return { name, when, state: standingOf(discussion) === 'open' ? 'ahead' : 'now' };
}

function approvalStep({ procedureState }: DiscussionDetails, { t }: PageVisit): Step {
  const isDone = isApproved(procedureState);
  const state = isDone ? 'done' : procedureState === 'IN_AGREEMENT' ? 'now' : 'ahead';
  return {
    name: t('life.approval'),
    when: isDone ? t(`procedure.state.${procedureState}`) : t('life.no-day'),
    state,
  };
}

function withdrawnStep({ withdrawnAt, zone }: DiscussionDetails, visit: PageVisit): Step {
  const when = withdrawnAt ? visit.day(localDayOf(withdrawnAt, zone)) : visit.t('life.no-day');
  return { name: visit.t('life.withdrawn'), when, state: 'done' };
}

/** Between two steps as far as the open term has run; otherwise at the last step that was reached. */
function reachedX(steps: readonly LifeStep[], { openAt, closeAt, readAt }: DiscussionDetails): number {
  const last = steps.findLast(({ state }) => state === 'done') ?? steps[0];
  const start = last?.x ?? MARGIN;
  const next = steps[last?.no ?? 1];
  if (closeAt === null || next?.state !== 'now' || readAt >= closeAt) return start;
  const share = millisecondsBetween(openAt, readAt) / millisecondsBetween(openAt, closeAt);
  return Math.round(start + GAP * Math.min(1, Math.max(0, share)));
}
