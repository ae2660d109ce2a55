import { describe, expect, it } from '@jest/globals';
import { instant, legalDay } from '#lib/kernel';
import { type AnnouncedWindow, announcedWindow } from './announced-close.js';

const day = (lastDay: string): AnnouncedWindow => ({
  openAt: instant('2016-06-01T06:00:00Z'),
  termDate: legalDay('2016-06-01'),
  lastDay: legalDay(lastDay),
  closeAt: instant(`${lastDay}T18:00:00Z`),
  strictCloseAt: instant(`${lastDay}T18:00:00Z`),
});
const notStarted: AnnouncedWindow = {
  openAt: instant('2016-06-01T06:00:00Z'),
  termDate: null,
  lastDay: null,
  closeAt: null,
  strictCloseAt: null,
};

describe('announced close (I8, REQ-07)', () => {
  it('moves later with a later channel', () => {
    expect(announcedWindow(day('2016-07-01'), day('2016-07-04')).lastDay).toBe('2016-07-04');
  });

  it('never moves earlier', () => {
    expect(announcedWindow(day('2016-07-04'), day('2016-07-01')).lastDay).toBe('2016-07-04');
  });

  it('starts when the last mandatory channel is placed (AMB-05)', () => {
    expect(announcedWindow(notStarted, day('2016-07-01')).closeAt).toBe('2016-07-01T18:00:00.000000Z');
  });

  it('is not taken back', () => {
    expect(announcedWindow(day('2016-07-01'), notStarted).lastDay).toBe('2016-07-01');
  });

  it('opens at the earliest placement known', () => {
    const earlier = { ...day('2016-07-01'), openAt: instant('2016-05-31T06:00:00Z') };
    expect(announcedWindow(day('2016-07-01'), earlier).openAt).toBe(earlier.openAt);
    expect(announcedWindow(earlier, day('2016-07-01')).openAt).toBe(earlier.openAt);
  });
});
