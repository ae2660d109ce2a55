import { describe, expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import {
  assertLengthAllowed,
  discussionWindow,
  type DiscussionWindow,
  type Placement,
  type WindowRequest,
} from './discussion-window.js';
import type { Channel } from './procedure-profile.js';
import { profileById } from './profile-register.js';
import { vectorCalendar } from './testing/vector-calendar.js';
import { timeliness } from './timeliness.js';
import { noWorkingCalendar } from './working-calendar.js';
import { readLocalTime } from './zone-time.js';

const profile = profileById('kz-126-2016-03');
const on = (channel: Channel, local: string): Placement => ({ channel, placedAt: readLocalTime(local, 'Asia/Almaty') });
const both = (local: string): Placement[] => [on('EGOV_PORTAL', local), on('OWN_RESOURCE', local)];

function started(placements: readonly Placement[], request: Partial<WindowRequest> = {}): DiscussionWindow {
  const window = discussionWindow({ placements, profile, calendar: vectorCalendar, ...request });
  if (!window.isStarted) throw new Error(`not started: ${window.missingChannels.join()}`);
  return window;
}

type Close = readonly [lastDay: string, closeAt: string];
const vectors: [id: string, placed: string, strict: Close, nextDay: Close, rolled: Close][] = [
  [
    'D1',
    '2016-06-01 23:59:59',
    ['2016-06-30', '2016-06-30T18'],
    ['2016-07-01', '2016-07-01T18'],
    ['2016-07-01', '2016-07-01T18'],
  ],
  [
    'D1, at 00:00:00',
    '2016-06-01 00:00:00',
    ['2016-06-30', '2016-06-30T18'],
    ['2016-07-01', '2016-07-01T18'],
    ['2016-07-01', '2016-07-01T18'],
  ],
  [
    'D2',
    '2016-06-02 00:00:00',
    ['2016-07-01', '2016-07-01T18'],
    ['2016-07-02', '2016-07-02T18'],
    ['2016-07-04', '2016-07-04T18'],
  ],
  [
    'D3',
    '2018-03-01 12:00',
    ['2018-03-30', '2018-03-30T18'],
    ['2018-03-31', '2018-03-31T18'],
    ['2018-04-02', '2018-04-02T18'],
  ],
  [
    'D4',
    '2016-02-06 12:00',
    ['2016-03-06', '2016-03-06T18'],
    ['2016-03-07', '2016-03-07T18'],
    ['2016-03-09', '2016-03-09T18'],
  ],
  [
    'D5',
    '2019-12-02 12:00',
    ['2019-12-31', '2019-12-31T18'],
    ['2020-01-01', '2020-01-01T18'],
    ['2020-01-05', '2020-01-05T18'],
  ],
  [
    'D6',
    '2017-12-01 12:00',
    ['2017-12-30', '2017-12-30T18'],
    ['2017-12-31', '2017-12-31T18'],
    ['2018-01-03', '2018-01-03T18'],
  ],
  [
    'D7',
    '2016-01-31 12:00',
    ['2016-02-29', '2016-02-29T18'],
    ['2016-03-01', '2016-03-01T18'],
    ['2016-03-01', '2016-03-01T18'],
  ],
  [
    'Z1',
    '2024-01-30 12:00',
    ['2024-02-28', '2024-02-28T18'],
    ['2024-02-29', '2024-02-29T19'],
    ['2024-02-29', '2024-02-29T19'],
  ],
  [
    'Z2',
    '2024-01-31 12:00',
    ['2024-02-29', '2024-02-29T19'],
    ['2024-03-01', '2024-03-01T19'],
    ['2024-03-01', '2024-03-01T19'],
  ],
  [
    'Z3',
    '2024-02-10 12:00',
    ['2024-03-10', '2024-03-10T19'],
    ['2024-03-11', '2024-03-11T19'],
    ['2024-03-11', '2024-03-11T19'],
  ],
];

describe('discussion window (R8.2)', () => {
  it.each(vectors)('%s: placed %s', (_id, placed, strict, nextDay, rolled) => {
    const window = started(both(placed));
    const hour = (text: string) => `${text}:00:00.000000Z`;
    expect([window.strictLastDay, window.strictCloseAt]).toEqual([strict[0], hour(strict[1])]);
    expect([window.unrolledLastDay, window.unrolledCloseAt]).toEqual([nextDay[0], hour(nextDay[1])]);
    expect([window.lastDay, window.closeAt]).toEqual([rolled[0], hour(rolled[1])]);
  });

  it.each([
    ['D1: the last microsecond', '2016-06-01 23:59:59', '2016-07-01T17:59:59.999999Z', 'on-time'],
    ['D1: the close itself', '2016-06-01 23:59:59', '2016-07-01T18:00:00.000000Z', 'late'],
    ['D1: the opening itself', '2016-06-01 23:59:59', '2016-06-01T17:59:59Z', 'on-time'],
    ['REQ-40: before the opening', '2016-06-01 23:59:59', '2016-06-01T17:59:58.999999Z', 'before-opening'],
    ['Z1: 23:30 the second time', '2024-01-30 12:00', '2024-02-29T23:30:00+05:00', 'on-time'],
    [
      'Z4: 23:30 in Aqtobe is past the midnight of the agency (AMB-04)',
      '2016-06-01 12:00',
      '2016-07-01T23:30:00+05:00',
      'late',
    ],
  ])('R8.4, %s', (_name, placed, receivedAt, expected) => {
    expect(timeliness(started(both(placed)), instant(receivedAt))).toBe(expected);
  });

  it('nothing is late while there is no close', () => {
    const opened = { openAt: instant('2016-06-01T00:00:00Z'), closeAt: null };
    expect(timeliness(opened, instant('2017-06-01T00:00:00Z'))).toBe('on-time');
  });
});

describe('channels of the window (AMB-05, AMB-06)', () => {
  it('opens with the earliest channel and counts from the latest mandatory one', () => {
    const window = started([
      on('LEB_RESOURCE', '2016-05-30 10:00'),
      on('EGOV_PORTAL', '2016-06-01 10:00'),
      on('OWN_RESOURCE', '2016-06-02 10:00'),
      on('LEB_RESOURCE', '2016-06-20 10:00'),
    ]);
    expect(window).toMatchObject({
      openAt: '2016-05-30T04:00:00.000000Z',
      termDate: '2016-06-02',
      lastDay: '2016-07-04',
    });
  });

  it('of two placements on one channel the first counts', () => {
    const window = started([...both('2016-06-01 10:00'), on('OWN_RESOURCE', '2016-06-09 10:00')]);
    expect(window.termDate).toBe('2016-06-01');
  });

  it('does not start the term while a mandatory channel is missing', () => {
    const request = { placements: [on('EGOV_PORTAL', '2016-06-01 10:00')], profile, calendar: vectorCalendar };
    expect(discussionWindow(request)).toEqual({
      isStarted: false,
      profileId: profile.id,
      openAt: '2016-06-01T04:00:00.000000Z',
      missingChannels: ['OWN_RESOURCE'],
    });
    expect(discussionWindow({ ...request, placements: [] })).toMatchObject({ isStarted: false, openAt: null });
  });

  it('starts without a channel that a reasoned act dropped, not without all of them', () => {
    const portal = [on('EGOV_PORTAL', '2016-06-01 10:00')];
    expect(started(portal, { droppedChannels: ['OWN_RESOURCE'] }).lastDay).toBe('2016-07-01');
    expect(() => started(portal, { droppedChannels: ['OWN_RESOURCE', 'EGOV_PORTAL'] })).toThrow(
      expect.objectContaining({ code: 'term-not-computable' }),
    );
  });

  it('refuses a channel the profile does not know (R8.1)', () => {
    expect(() => started([...both('2016-06-01 10:00'), on('OFFICIAL_JOURNAL', '2016-06-01 10:00')])).toThrow(
      expect.objectContaining({ code: 'placement-refused' }),
    );
  });
});

describe('length of the term', () => {
  it('may be longer than the statutory minimum', () => {
    expect(started(both('2016-06-01 10:00'), { length: 40 }).unrolledLastDay).toBe('2016-07-11');
  });

  it.each([29, 0, 30.5])('refuses %d calendar days (R8.2)', (length) => {
    expect(() => started(both('2016-06-01 10:00'), { length })).toThrow(
      expect.objectContaining({ code: 'placement-refused' }),
    );
    expect(() => assertLengthAllowed(profile, length)).toThrow('at least 30');
  });

  it('is not computed where the calendar ends (REQ-04)', () => {
    expect(() => started(both('2016-06-01 10:00'), { calendar: noWorkingCalendar })).toThrow(
      expect.objectContaining({ code: 'term-not-computable' }),
    );
  });

  it('law of today, article 15: ten working days', () => {
    const window = started(both('2016-06-24 10:00'), { profile: profileById('kz-services-art-15') });
    expect(window).toMatchObject({ lastDay: '2016-07-11', strictLastDay: '2016-07-08' });
  });

  it('twelve weeks in Brussels, closing in summer time', () => {
    const eu = profileById('eu');
    const placements = [{ channel: 'COMMENT_PORTAL', placedAt: instant('2026-02-10T09:00:00Z') }] as const;
    const window = started(placements, { profile: eu, calendar: noWorkingCalendar });
    expect(window).toMatchObject({ lastDay: '2026-05-05', closeAt: '2026-05-05T22:00:00.000000Z' });
  });
});
