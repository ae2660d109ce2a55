import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Instant, instant, legalDay } from '#lib/kernel';
import { discussionWindow, type Placement } from './discussion-window.js';
import { dayPlus, isWeekend } from './legal-days.js';
import type { Channel, ProcedureProfile } from './procedure-profile.js';
import { profileById } from './profile-register.js';
import { shippedProfiles } from './shipped-profiles.js';
import { timeliness } from './timeliness.js';
import { weekCalendar, type WorkingCalendar } from './working-calendar.js';

const firstMs = Date.parse('2015-01-01T00:00:00Z');
const lastMs = Date.parse('2027-06-30T00:00:00Z');
const anyInstant: fc.Arbitrary<Instant> = fc
  .tuple(fc.integer({ min: firstMs, max: lastMs }), fc.integer({ min: 0, max: 999 }))
  .map(([ms, micros]) => instant(new Date(ms).toISOString().replace('Z', `${String(micros).padStart(3, '0')}Z`)));

const anyDay = fc.integer({ min: 0, max: 4700 }).map((days) => dayPlus(legalDay('2015-01-01'), days));
const anyCalendar: fc.Arbitrary<WorkingCalendar> = fc
  .tuple(fc.array(anyDay, { maxLength: 200 }), fc.array(anyDay, { maxLength: 50 }))
  .map(([off, worked]) => weekCalendar(new Set(off), new Set(worked.filter(isWeekend))));

const anyProfile = fc.constantFrom(...shippedProfiles);
const placed = (channels: readonly Channel[], times: readonly Instant[]): Placement[] =>
  channels.map((channel, index) => ({ channel, placedAt: times[index] ?? instant('2016-06-01T00:00:00Z') }));
const times = fc.array(anyInstant, { minLength: 5, maxLength: 5 });

function started(placements: readonly Placement[], profile: ProcedureProfile, calendar: WorkingCalendar) {
  const window = discussionWindow({ placements, profile, calendar });
  if (!window.isStarted) throw new Error('every mandatory channel is there');
  return window;
}

describe('discussion window, for any placements, profile and calendar', () => {
  it('I1: the generous close is never before the strict one, nor before the unrolled one', () => {
    fc.assert(
      fc.property(anyProfile, times, anyCalendar, (profile, at, calendar) => {
        const window = started(placed(profile.channels.mandatory, at), profile, calendar);
        expect(window.closeAt >= window.strictCloseAt).toBe(true);
        expect(window.closeAt >= window.unrolledCloseAt).toBe(true);
        expect(window.lastDay >= window.strictLastDay).toBe(true);
        expect(window.openAt < window.strictCloseAt).toBe(true);
      }),
    );
  });

  it('I2: on time ⇔ openAt <= receivedAt < closeAt, to the microsecond', () => {
    fc.assert(
      fc.property(anyProfile, times, anyCalendar, anyInstant, (profile, at, calendar, receivedAt) => {
        const { openAt, closeAt } = started(placed(profile.channels.mandatory, at), profile, calendar);
        for (const moment of [receivedAt, openAt, closeAt]) {
          const isOnTime = openAt <= moment && moment < closeAt;
          expect(timeliness({ openAt, closeAt }, moment) === 'on-time').toBe(isOnTime);
        }
      }),
    );
  });

  it('I8: adding a channel never moves a close earlier', () => {
    fc.assert(
      fc.property(anyProfile, times, anyCalendar, (profile, at, calendar) => {
        const all = [...profile.channels.mandatory, ...profile.channels.optional];
        const placements = placed(all, at);
        let close = '';
        for (let count = profile.channels.mandatory.length; count <= all.length; count += 1) {
          const next = started(placements.slice(0, count), profile, calendar).closeAt;
          expect(next >= close).toBe(true);
          close = next;
        }
      }),
    );
  });

  it('I8: placing a dropped mandatory channel after all never moves a close earlier', () => {
    fc.assert(
      fc.property(times, anyCalendar, (at, calendar) => {
        const profile = profileById('kz-126-2016-06');
        const placements = placed(profile.channels.mandatory, at);
        const without = discussionWindow({
          placements: placements.slice(0, 1),
          profile,
          calendar,
          droppedChannels: profile.channels.mandatory.slice(1),
        });
        const withAll = started(placements, profile, calendar);
        expect(without.isStarted && withAll.closeAt >= without.closeAt).toBe(true);
      }),
    );
  });

  it('the hour of placement does not matter, only its local day (REQ-22)', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(86_399), fc.nat(86_399), anyCalendar, (day, one, other, calendar) => {
        const profile = profileById('kz-126-2016-06');
        const start = Date.parse(`${day}T00:00:00+05:00`);
        const closes = [one, other].map((second) => {
          const placedAt = instant(new Date(start + second * 1000).toISOString());
          const window = started(placed(profile.channels.mandatory, [placedAt, placedAt]), profile, calendar);
          return [window.termDate, window.closeAt] as const;
        });
        const [first, second] = closes;
        fc.pre(first?.[0] === second?.[0]);
        expect(first?.[1]).toBe(second?.[1]);
      }),
    );
  });
});
