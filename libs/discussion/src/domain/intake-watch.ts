import { type Instant, millisecondsBetween } from '#lib/kernel';

/** What the probe knows between two looks at the portal (REQ-26). */
export interface IntakeWatch {
  /** Of the last look that counted. */
  readonly checkedAt: Instant | null;
  /** From when it has been looked at without a gap. */
  readonly watchedSince: Instant | null;
  readonly failingSince: Instant | null;
  /** In a row. */
  readonly failures: number;
  /** Whether the portal has answered since `watchedSince`. */
  readonly isSeenUp: boolean;
  /** Whether it has ever answered from here; else the address is wrong, not the portal. */
  readonly wasEverUp: boolean;
}

export interface ProbeAnswer {
  /** When the portal was asked. */
  readonly at: Instant;
  readonly isUp: boolean;
}

export type IntakeChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'began'; readonly startedAt: Instant }
  | { readonly kind: 'ended'; readonly endedAt: Instant };

export interface WatchStep {
  readonly watch: IntakeWatch;
  readonly change: IntakeChange;
  /** Since when nobody had looked, when this look ended a gap: what happened in it is for an official to record. */
  readonly unwatchedSince: Instant | null;
}

const SECOND = 1_000;
/** Two workers that look within this time have looked once. */
const SAME_LOOK = 20 * SECOND;
/** Looks further apart than this are no watch: four turns of the probe. */
const GAP = 120 * SECOND;
/** A portal that is still starting with its worker is no outage yet. */
const STARTING = 300 * SECOND;
const FAILURES = 2;

export const unwatched: IntakeWatch = {
  checkedAt: null,
  watchedSince: null,
  failingSince: null,
  failures: 0,
  isSeenUp: false,
  wasEverUp: false,
};

/**
 * What one look changes: two failures in a row begin an outage at the first of them, one success ends it.
 * @param isOut whether an outage lasts already
 * @returns undefined for a look that another worker's has made superfluous
 */
export function watched(before: IntakeWatch, { at, isUp }: ProbeAnswer, isOut: boolean): WatchStep | undefined {
  const since = before.checkedAt === null ? null : millisecondsBetween(before.checkedAt, at);
  if (since !== null && since < SAME_LOOK) return undefined;
  const isGap = since === null || since > GAP;
  const known = isGap ? { ...unwatched, watchedSince: at, wasEverUp: before.wasEverUp } : before;
  const watch = isUp ? answered(known, at) : failed(known, at);
  return { watch, change: changeOf(watch, at, isOut), unwatchedSince: isGap ? before.checkedAt : null };
}

const answered = (watch: IntakeWatch, at: Instant): IntakeWatch => ({
  ...watch,
  checkedAt: at,
  failingSince: null,
  failures: 0,
  isSeenUp: true,
  wasEverUp: true,
});

const failed = (watch: IntakeWatch, at: Instant): IntakeWatch => ({
  ...watch,
  checkedAt: at,
  failingSince: watch.failingSince ?? at,
  failures: watch.failures + 1,
});

function changeOf(watch: IntakeWatch, at: Instant, isOut: boolean): IntakeChange {
  const { failingSince, failures, isSeenUp, wasEverUp, watchedSince } = watch;
  if (failingSince === null) return isOut ? { kind: 'ended', endedAt: at } : { kind: 'none' };
  if (isOut || failures < FAILURES || !wasEverUp) return { kind: 'none' };
  const isStarting = !isSeenUp && watchedSince !== null && millisecondsBetween(watchedSince, at) < STARTING;
  return isStarting ? { kind: 'none' } : { kind: 'began', startedAt: failingSince };
}

/** Whether the probe has asked for long and never had an answer: its address does not lead to the portal. */
export const isBlind = ({ wasEverUp, watchedSince, checkedAt }: IntakeWatch): boolean =>
  !wasEverUp && watchedSince !== null && checkedAt !== null && millisecondsBetween(watchedSince, checkedAt) >= STARTING;
