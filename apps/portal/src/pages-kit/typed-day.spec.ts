import { expect, it } from '@jest/globals';
import { typedDay } from './typed-day.js';

it.each([
  ['01.07.2016', '2016-07-01'],
  ['2016-07-01', '2016-07-01'],
  ['31.02.2016', '2016-02-31'],
  ['1.7.2016', '1.7.2016'],
  ['01.07.2016 ', '01.07.2016 '],
  ['', ''],
])('%j is the day %j', (typed, day) => expect(typedDay(typed)).toBe(day));
