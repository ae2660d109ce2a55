import { weekCalendar } from '../working-calendar.js';

const daysOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Only the days off and worked weekends that the vectors of requirements section 4 meet; the shipped data are another lib's. */
export const vectorCalendar = weekCalendar(
  daysOf(`
    2016-03-07 2016-03-08 2016-05-02 2016-05-09 2016-05-10 2016-07-06
    2018-01-01 2018-01-02 2018-03-08 2018-03-09 2018-03-21 2018-03-22 2018-03-23
    2018-04-30 2018-05-01 2018-05-07 2018-05-08 2018-05-09
    2019-12-02 2019-12-16 2019-12-17 2020-01-01 2020-01-02 2020-01-03 2020-01-07
    2024-03-08 2024-03-21 2024-03-22 2024-03-25`),
  daysOf('2016-03-05 2018-03-03 2018-04-28 2018-05-05 2020-01-05'),
);
