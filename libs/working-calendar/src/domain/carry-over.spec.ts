import { describe, expect, it } from '@jest/globals';
import { legalDay } from '#lib/kernel';
import { carriedOver } from './carry-over.js';

const days = (text: string) => text.split(' ').filter(Boolean).map(legalDay);

describe('carry-over of a holiday on a day off (law on holidays, art. 5)', () => {
  it.each([
    ['a Sunday gives Monday', '2026-03-08', '', '2026-03-09'],
    ['two on one weekend give two days', '2022-01-01 2022-01-02', '', '2022-01-03 2022-01-04'],
    ['another holiday is stepped over', '2016-05-07 2016-05-09', '', '2016-05-10'],
    ['and so is a day off of another kind', '2027-01-02', '2027-01-04', '2027-01-05'],
    ['a weekday gives nothing', '2016-03-08', '', ''],
  ])('%s', (_name, holidays, others, expected) => {
    expect(carriedOver(days(holidays), days(others)).map(({ day }) => day)).toEqual(days(expected));
  });
});
