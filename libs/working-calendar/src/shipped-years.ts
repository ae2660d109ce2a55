import kz2014 from '../data/kz-2014.json' with { type: 'json' };
import kz2015 from '../data/kz-2015.json' with { type: 'json' };
import kz2016 from '../data/kz-2016.json' with { type: 'json' };
import kz2017 from '../data/kz-2017.json' with { type: 'json' };
import kz2018 from '../data/kz-2018.json' with { type: 'json' };
import kz2019 from '../data/kz-2019.json' with { type: 'json' };
import kz2020 from '../data/kz-2020.json' with { type: 'json' };
import kz2021 from '../data/kz-2021.json' with { type: 'json' };
import kz2022 from '../data/kz-2022.json' with { type: 'json' };
import kz2023 from '../data/kz-2023.json' with { type: 'json' };
import kz2024 from '../data/kz-2024.json' with { type: 'json' };
import kz2025 from '../data/kz-2025.json' with { type: 'json' };
import kz2026 from '../data/kz-2026.json' with { type: 'json' };
import kz2027 from '../data/kz-2027.json' with { type: 'json' };
import type { CalendarYear } from './domain/calendar-day.js';
import { readCalendarYear } from './domain/read-calendar-year.js';

const files: readonly unknown[] = [
  kz2014,
  kz2015,
  kz2016,
  kz2017,
  kz2018,
  kz2019,
  kz2020,
  kz2021,
  kz2022,
  kz2023,
  kz2024,
  kz2025,
  kz2026,
  kz2027,
];

/** The years that come with the product, read by the same rules as an operator's; an imported year replaces its namesake. */
export const shippedYears: readonly CalendarYear[] = files.map((file) => {
  const { year, faults } = readCalendarYear(file);
  if (year === null) throw new TypeError(`shipped calendar: ${JSON.stringify(faults[0])}`);
  return year;
});
