import { describe, expect, it } from '@jest/globals';
import { type Instant, instant, plusMilliseconds } from '#lib/kernel';
import { type IntakeChange, type IntakeWatch, isBlind, unwatched, watched } from './intake-watch.js';

const start = instant('2026-11-26T10:00:00Z');
const at = (seconds: number): Instant => plusMilliseconds(start, seconds * 1_000);
const wasUp: IntakeWatch = {
  ...unwatched,
  checkedAt: at(-30),
  watchedSince: at(-600),
  isSeenUp: true,
  wasEverUp: true,
};

/** Looks at these seconds, up (+) or down (−); the changes they bring, and the last watch. */
function look(before: IntakeWatch, looks: readonly (readonly [seconds: number, isUp: boolean])[]) {
  const changes: IntakeChange[] = [];
  let watch = before;
  let isOut = false;
  for (const [seconds, isUp] of looks) {
    const step = watched(watch, { at: at(seconds), isUp }, isOut);
    if (!step) continue;
    watch = step.watch;
    if (step.change.kind !== 'none') changes.push(step.change);
    isOut = step.change.kind === 'began' || (isOut && step.change.kind !== 'ended');
  }
  return { changes, watch };
}

const [up, down] = [true, false];

describe('the watch over the intake (REQ-26)', () => {
  it('finds an outage after two failures in a row, from the first of them to the first success', () => {
    const { changes } = look(wasUp, [
      [0, up],
      [30, down],
      [60, down],
      [90, down],
      [120, up],
      [150, up],
    ]);
    expect(changes).toEqual([
      { kind: 'began', startedAt: at(30) },
      { kind: 'ended', endedAt: at(120) },
    ]);
  });

  it('takes a single failure for a stumble', () => {
    const { changes } = look(wasUp, [
      [0, down],
      [30, up],
      [60, down],
      [90, up],
    ]);
    expect(changes).toEqual([]);
  });

  it('counts the looks of several workers once', () => {
    const { changes } = look(wasUp, [
      [0, down],
      [2, down],
      [15, down],
      [19, down],
    ]);
    expect(changes).toEqual([]);
    expect(watched(wasUp, { at: at(-40), isUp: down }, false)).toBeUndefined();
  });

  it('does not report the start-up of the portal beside it', () => {
    const started = look({ ...unwatched, wasEverUp: true }, [
      [0, down],
      [30, down],
      [60, down],
      [90, up],
    ]);
    expect(started.changes).toEqual([]);
    expect(started.watch).toMatchObject({ isSeenUp: true, failures: 0 });
  });

  it('reports a portal that does not come up within five minutes, from the first failure', () => {
    const looks = Array.from({ length: 11 }, (_, turn) => [turn * 30, down] as const);
    expect(look({ ...unwatched, wasEverUp: true }, looks).changes).toEqual([{ kind: 'began', startedAt: at(0) }]);
  });

  it('reports nothing where the address never led to a portal, and says that it is blind', () => {
    const looks = Array.from({ length: 40 }, (_, turn) => [turn * 30, down] as const);
    const { changes, watch } = look(unwatched, looks);
    expect([changes, isBlind(watch)]).toEqual([[], true]);
    expect(isBlind(wasUp)).toBe(false);
  });

  it('begins anew after a gap, and names it', () => {
    const step = watched({ ...wasUp, failures: 1, failingSince: at(-30) }, { at: at(600), isUp: down }, false);
    expect(step).toMatchObject({
      unwatchedSince: at(-30),
      watch: { watchedSince: at(600), failures: 1, failingSince: at(600), isSeenUp: false },
      change: { kind: 'none' },
    });
  });

  it('ends an outage that outlasted a gap at the first success', () => {
    const step = watched(wasUp, { at: at(600), isUp: up }, true);
    expect(step?.change).toEqual({ kind: 'ended', endedAt: at(600) });
  });
});
