import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instant, instantOf } from '#lib/kernel';
import { closeAfterCalendarChange } from './announced-close.js';

const announcedClose = instant('2016-07-01T18:00:00Z');
const before = instant('2016-06-20T00:00:00Z');

describe('an announced close after a change of the calendar (REQ-07)', () => {
  it.each([
    ['a later close is taken over', '2016-07-04T18:00:00Z', '2016-07-04T18:00:00.000000Z'],
    ['an earlier one is not', '2016-06-30T18:00:00Z', '2016-07-01T18:00:00.000000Z'],
  ])('%s', (_name, recomputed, expected) => {
    expect(closeAfterCalendarChange({ announcedClose, recomputedClose: instant(recomputed), now: before })).toBe(
      expected,
    );
  });

  it('a close that has passed stays: a closed discussion never reopens (REQ-112)', () => {
    const recomputedClose = instant('2016-07-04T18:00:00Z');
    expect(closeAfterCalendarChange({ announcedClose, recomputedClose, now: announcedClose })).toBe(announcedClose);
  });

  it('never moves earlier, whatever the instants', () => {
    const any = fc.integer({ min: 0, max: 2e12 }).map(instantOf);
    fc.assert(
      fc.property(any, any, any, (announced, recomputedClose, now) => {
        expect(closeAfterCalendarChange({ announcedClose: announced, recomputedClose, now }) >= announced).toBe(true);
      }),
    );
  });
});
