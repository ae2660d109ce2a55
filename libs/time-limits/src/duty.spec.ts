import { describe, expect, it } from '@jest/globals';
import { legalDay } from '#lib/kernel';
import { approvalSlack } from './approval-slack.js';
import { dutyDates, hasDuty } from './duty.js';
import { dayPlus, daysBetween, isWeekend } from './legal-days.js';
import { profileById } from './profile-register.js';
import { vectorCalendar } from './testing/vector-calendar.js';
import { weekCalendar } from './working-calendar.js';

const profile = profileById('kz-126-2016-03');

describe('duties of the body', () => {
  it.each([
    ['W1', '2016-06-01', '2016-06-08'],
    ['W2', '2016-03-04', '2016-03-14'],
    ['W3', '2018-04-27', '2018-05-05'],
    ['W4', '2016-04-29', '2016-05-11'],
  ])('%s: registered %s, the fifth working day is %s (REQ-04, R8.1)', (_id, registered, expected) => {
    expect(dutyDates(profile, 'inform-recipients', legalDay(registered), vectorCalendar).lastDay).toBe(expected);
  });

  it('warns a day earlier by the strict reading (R8.1, AMB-02)', () => {
    const dates = dutyDates(profile, 'inform-recipients', legalDay('2016-06-01'), vectorCalendar);
    expect(dates).toEqual({ lastDay: '2016-06-08', strictLastDay: '2016-06-07' });
  });

  it.each([
    ['M1', '2016-11-30', '2017-02-28'],
    ['M2', '2015-11-30', '2016-02-29'],
    ['M3', '2016-08-31', '2016-11-30'],
  ])('%s: registered %s, three months end on %s (REQ-03, R5b)', (_id, registered, expected) => {
    const dates = dutyDates(profile, 'approve-standard', legalDay(registered), vectorCalendar);
    expect(dates).toEqual({ lastDay: expected, strictLastDay: expected });
  });

  it.each([
    ['2016-03-01', '2016-03-31'],
    ['2016-04-08', '2016-05-08'],
  ])('REQ-90 (R13b): in force %s, regulation until %s, without a roll off a Sunday', (inForce, expected) => {
    expect(dutyDates(profile, 'approve-regulation', legalDay(inForce), vectorCalendar).lastDay).toBe(expected);
  });

  it('REQ-69: the report is a target, not a term of the Rules', () => {
    expect(dutyDates(profile, 'publish-report', legalDay('2016-07-01'), vectorCalendar).lastDay).toBe('2016-07-18');
    expect(profile.duties.find(({ id }) => id === 'publish-report')?.isTarget).toBe(true);
  });

  it('refuses a duty the profile does not set', () => {
    const today = profileById('kz-services-art-15');
    expect(hasDuty(today, 'approve-standard')).toBe(false);
    expect(() => dutyDates(today, 'approve-standard', legalDay('2026-06-01'), vectorCalendar)).toThrow(
      expect.objectContaining({ code: 'term-not-computable' }),
    );
  });
});

describe('slack to three months (REQ-06)', () => {
  const slackOf = (registered: string, lastDay: string) =>
    approvalSlack({
      registeredOn: legalDay(registered),
      lastDay: legalDay(lastDay),
      profile,
      calendar: vectorCalendar,
    });

  it('registered 30.11.2016, closed 20.02.2017: eight days left, warning', () => {
    expect(slackOf('2016-11-30', '2017-02-20')).toEqual({
      limit: '2017-02-28',
      daysLeft: 8,
      neededUntil: '2017-03-06',
      isReachable: false,
    });
  });

  it('is silent while the remaining terms fit', () => {
    expect(slackOf('2016-06-01', '2016-07-11')).toMatchObject({ limit: '2016-09-01', daysLeft: 52, isReachable: true });
  });

  it('slack check: five working days and thirty calendar days leave 52 to 55 days, holidays apart', () => {
    const week = weekCalendar(new Set(), new Set());
    const left = new Set<number>();
    for (let registered = legalDay('2016-01-01'); registered < '2018-01-01'; registered = dayPlus(registered, 1)) {
      if (isWeekend(registered)) continue;
      const informed = dutyDates(profile, 'inform-recipients', registered, week).lastDay;
      const closed = dayPlus(informed, profile.term.length);
      const { limit } = approvalSlack({ registeredOn: registered, lastDay: closed, profile, calendar: week });
      left.add(daysBetween(closed, limit));
    }
    expect(left).toEqual(new Set([52, 53, 54, 55]));
  });
});
