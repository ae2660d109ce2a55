import { createHash } from 'node:crypto';
import { type GroupAnswer, groupAnswers } from '#lib/consideration';
import type { Queryable } from '#lib/database';
import { profileById, reasonsFor } from '#lib/time-limits';
import { SheetRefused } from '../workbook/sheet-refused.js';
import { typedKeys } from './answer-columns.js';
import { judgeAnswer } from './judge-answer.js';
import { LabelReaders } from './label-readers.js';
import { newNotes } from './new-notes.js';
import { parseAnswer } from './parse-answer.js';
import { type AnswerFault, countAnswers, isApplied, type PlannedAnswer, type AnswerCounts } from './planned-answer.js';
import type { ReadAnswer } from './read-answers.js';
import { decisionsOnce, onceKey, type RemarkNow, remarksNow, type StandingDecision } from './row-facts.js';
import { type RowState, subjectOf } from './row-state.js';

export interface AnswerPlan {
  readonly rows: readonly PlannedAnswer[];
  readonly counts: AnswerCounts;
  /** Hex SHA-256 of what would be done: another one means that something changed since it was looked at. */
  readonly seen: string;
}

export interface PlannedDiscussion {
  readonly id: string;
  readonly procedureId: string;
  readonly procedureKind: string;
  readonly profileId: string;
}

interface Facts {
  readonly discussion: PlannedDiscussion;
  readonly remarks: ReadonlyMap<string, RemarkNow>;
  readonly exported: ReadonlyMap<string, StandingDecision>;
  readonly answers: readonly GroupAnswer[];
  readonly labels: LabelReaders;
  readonly notes: ReadonlySet<number>;
  /** How many rows are about the same point. */
  readonly times: ReadonlyMap<string, number>;
}

/**
 * What applying a sheet would do, row by row, as things stand now. Reads only; under the discussion's lock it is what is done.
 * @throws SheetRefused other-discussion, when not a single row is of this one
 */
export async function planAnswers(
  q: Queryable,
  discussion: PlannedDiscussion,
  read: readonly ReadAnswer[],
): Promise<AnswerPlan> {
  const states = read.flatMap(({ state }) => state ?? []);
  const exported = states.flatMap(({ pointId, decision: version }) =>
    pointId !== null && version > 0 ? [{ pointId, version }] : [],
  );
  const nos = new Set(states.flatMap(({ group }) => group?.no ?? []));
  const remarks = await remarksNow(q, [...new Set(states.map(({ remarkId }) => remarkId))]);
  const answers = await groupAnswers(q, discussion.id, [...nos]);
  const facts: Facts = {
    discussion,
    remarks: await withRepresentatives(q, remarks, answers),
    exported: await decisionsOnce(q, exported),
    answers,
    labels: await LabelReaders.of(q, discussion.procedureId, states),
    notes: await newNotes(q, read),
    times: timesOf(states),
  };
  const rows = read.map((row) => planRow(row, facts));
  if (rows.every(({ faults }) => faults.some(({ fault }) => fault === 'other-discussion'))) {
    throw new SheetRefused('other-discussion');
  }
  return { rows, counts: countAnswers(rows), seen: seenOf(rows) };
}

/** The remarks that stand for groups now may be others than those the rows show. */
async function withRepresentatives(
  q: Queryable,
  known: Map<string, RemarkNow>,
  answers: readonly GroupAnswer[],
): Promise<ReadonlyMap<string, RemarkNow>> {
  const others = answers.map(({ representativeId }) => representativeId).filter((id) => !known.has(id));
  return others.length === 0 ? known : new Map([...known, ...(await remarksNow(q, others))]);
}

function timesOf(states: readonly RowState[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const state of states) times.set(subjectOf(state), (times.get(subjectOf(state)) ?? 0) + 1);
  return times;
}

function planRow(read: ReadAnswer, facts: Facts): PlannedAnswer {
  const { state } = read;
  const remark = state && facts.remarks.get(state.remarkId);
  const isOwn = remark?.discussionId === facts.discussion.id;
  const fault = state === undefined ? strayFault(read) : isOwn ? repeatedFault(read, state, facts) : foreign(read);
  if (!state || !remark || !isOwn) {
    return {
      ...shown(read),
      kind: fault ? 'ERROR' : 'UNCHANGED',
      faults: fault ? [...read.faults, fault] : read.faults,
    };
  }
  const planned = planKnown(read, state, remark, facts);
  return fault ? { ...planned, kind: 'ERROR', conflict: null, note: null, faults: [...read.faults, fault] } : planned;
}

function planKnown(read: ReadAnswer, state: RowState, remark: RemarkNow, facts: Facts): PlannedAnswer {
  const { profileId, procedureKind } = facts.discussion;
  const { reasons, minimumGroundLength } = profileById(profileId).decisions;
  const now = standingNow(state, remark, facts);
  const note = facts.notes.has(read.row) ? read.texts.observations : null;
  const parsed = parseAnswer(read, reasons, facts.labels.for(state));
  const judgement = judgeAnswer({
    read,
    parsed,
    state,
    remark,
    ...now,
    exported: (state.pointId !== null && facts.exported.get(onceKey(state.pointId, state.decision))) || null,
    rules: { reasons: reasonsFor(reasons, procedureKind), minimumGroundLength },
    clauses: facts.labels.clauses,
    hasNote: note !== null,
  });
  const { answer, point } = now;
  return {
    ...shown(read),
    ...judgement,
    number: remark.number,
    remarkId: remark.id,
    position: point?.position ?? state.position,
    points: remark.points.length,
    group: state.group && { ...state.group, standing: answer?.standing ?? 0 },
    decision: parsed.decision,
    inForce: now.inForce,
    note: judgement.kind === 'ERROR' || judgement.kind === 'CONFLICT' ? null : note,
  };
}

/** The point of the row as it stands now: of the remark itself, or of the one that stands for the group. */
function standingNow(state: RowState, remark: RemarkNow, { answers, remarks }: Facts) {
  const { group, pointId, position } = state;
  if (!group) {
    const point = remark.points.find(({ id }) => pointId === null || id === pointId) ?? null;
    return { answer: undefined, isGroupThere: false, point, inForce: point?.decision ?? null };
  }
  const ofGroup = answers.filter(({ no }) => no === group.no);
  const answer = ofGroup.find((each) => each.position === position);
  const shownBy = answer && remarks.get(answer.representativeId);
  const point = shownBy?.points.find((each) => each.position === position) ?? null;
  const inForce = answer?.isAlike ? (point?.decision ?? null) : null;
  return { answer, isGroupThere: ofGroup.length > 0, point, inForce };
}

const shown = ({ row, texts, faults }: ReadAnswer): PlannedAnswer => ({
  row,
  kind: 'ERROR',
  number: texts.number,
  remarkId: null,
  position: 1,
  points: 1,
  group: null,
  conflict: null,
  faults,
  decision: null,
  typed: texts,
  inForce: null,
  note: null,
});

/** A row that is none of ours and says nothing is left alone. */
function strayFault({ texts, faults, address }: ReadAnswer): AnswerFault | null {
  if (faults.length === 0 && typedKeys.every((key) => texts[key] === '')) return null;
  return { address: address('state'), fault: texts.state === '' ? 'row-added' : 'row-damaged' };
}

const foreign = ({ address }: ReadAnswer): AnswerFault => ({ address: address('state'), fault: 'other-discussion' });

function repeatedFault({ address }: ReadAnswer, state: RowState, { times }: Facts): AnswerFault | null {
  const isOnce = times.get(subjectOf(state)) === 1;
  return isOnce ? null : { address: address('state'), fault: 'row-repeated' };
}

function seenOf(rows: readonly PlannedAnswer[]): string {
  const hash = createHash('sha256');
  for (const { row, kind, conflict, decision, note, inForce } of rows.filter(
    (each) => each.kind !== 'UNCHANGED' || isApplied(each),
  )) {
    hash.update(`${JSON.stringify([row, kind, conflict, decision, note, inForce?.version ?? 0])}\n`);
  }
  return hash.digest('hex');
}
