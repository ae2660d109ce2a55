import { legalDay } from '#lib/kernel';
import type { Duty } from '../duty.js';
import type { LegalBasis, ProcedureProfile } from '../procedure-profile.js';
import { kazakhRules } from './kazakh-rules.js';
import { eventDayUnrolled, nextDayUnrolled } from './readings.js';

const order126: LegalBasis = {
  act: {
    kk: 'Ұлттық экономика министрінің 2014 жылғы 3 желтоқсандағы № 126 бұйрығы, 2015 жылғы 23 қаңтарда № 10124 болып тіркелген',
    ru: 'Приказ Министра национальной экономики от 3 декабря 2014 года № 126, зарегистрирован 23 января 2015 года № 10124',
    en: 'Order of the Minister of National Economy of 3 December 2014 No. 126, registered 23 January 2015 No. 10124',
  },
  clauses: ['R5', 'R8.1', 'R8.2', 'R8.3', 'R8.4', 'R8.5', 'R13b', 'A2'],
  isConfirmed: true,
  note: 'In force from first official publication; the day of registration is the earliest possible one.',
};

const duties: readonly Duty[] = [
  {
    id: 'inform-recipients',
    from: 'register-entry',
    clause: 'R8.1',
    term: { unit: 'working-day', length: 5 },
    reading: nextDayUnrolled,
    strictReading: eventDayUnrolled,
    isTarget: false,
  },
  {
    id: 'approve-standard',
    from: 'register-entry',
    clause: 'R5b',
    term: { unit: 'month', length: 3 },
    reading: nextDayUnrolled,
    strictReading: nextDayUnrolled,
    isTarget: false,
  },
  {
    id: 'publish-report',
    from: 'close',
    clause: 'R8.3',
    term: { unit: 'working-day', length: 10 },
    reading: nextDayUnrolled,
    strictReading: nextDayUnrolled,
    isTarget: true,
  },
  {
    id: 'approve-regulation',
    from: 'entry-into-force',
    clause: 'R13b',
    term: { unit: 'calendar-day', length: 30 },
    reading: nextDayUnrolled,
    strictReading: nextDayUnrolled,
    isTarget: false,
  },
];

const order126Rules = {
  ...kazakhRules,
  family: 'kz-126',
  term: { unit: 'calendar-day', length: 30, minimumLength: 30 },
  duties,
} as const satisfies Partial<ProcedureProfile>;

const titleOf = (since: string, sinceKk: string, sinceRu: string) => ({
  kk: `№ 126 бұйрық, ${sinceKk} редакциясы`,
  ru: `Приказ № 126, редакция ${sinceRu}`,
  en: `Order No. 126, as in force from ${since}`,
});

/** The Rules for developing standards and regulations in their three wordings; the discussion itself is the same in all. */
export const kz126Versions: readonly ProcedureProfile[] = [
  {
    ...order126Rules,
    id: 'kz-126-2015',
    title: titleOf('23 January 2015', '2015 жылғы 23 қаңтардағы', 'от 23 января 2015 года'),
    validFrom: legalDay('2015-01-23'),
    validTo: legalDay('2016-02-29'),
    basis: [order126],
  },
  {
    ...order126Rules,
    id: 'kz-126-2016-03',
    title: titleOf('1 March 2016', '2016 жылғы 1 наурыздағы', 'от 1 марта 2016 года'),
    validFrom: legalDay('2016-03-01'),
    validTo: legalDay('2016-06-27'),
    basis: [
      order126,
      {
        act: {
          kk: '2015 жылғы 9 желтоқсандағы № 757 бұйрық',
          ru: 'Приказ от 9 декабря 2015 года № 757',
          en: 'Order of 9 December 2015 No. 757',
        },
        clauses: ['R1', 'R9', 'R10', 'R17', 'R20'],
        isConfirmed: true,
      },
    ],
  },
  {
    ...order126Rules,
    id: 'kz-126-2016-06',
    title: titleOf('28 June 2016', '2016 жылғы 28 маусымдағы', 'от 28 июня 2016 года'),
    validFrom: legalDay('2016-06-28'),
    validTo: legalDay('2020-02-29'),
    basis: [
      order126,
      {
        act: {
          kk: '2015 жылғы 9 желтоқсандағы № 757 бұйрық',
          ru: 'Приказ от 9 декабря 2015 года № 757',
          en: 'Order of 9 December 2015 No. 757',
        },
        clauses: ['R1', 'R9', 'R10', 'R17', 'R20'],
        isConfirmed: true,
      },
      {
        act: {
          kk: '2016 жылғы 17 маусымдағы № 264 бұйрық',
          ru: 'Приказ от 17 июня 2016 года № 264',
          en: 'Order of 17 June 2016 No. 264',
        },
        clauses: ['R5b', 'R13b'],
        isConfirmed: true,
        note: 'In force ten calendar days after first publication, whose day is to be confirmed; 28 June is the earliest.',
      },
      {
        act: {
          kk: '2020 жылғы 19 ақпандағы № 68/НҚ бұйрық (күшін жою)',
          ru: 'Приказ от 19 февраля 2020 года № 68/НҚ (отмена)',
          en: 'Order of 19 February 2020 No. 68/НҚ (repeal)',
        },
        clauses: [],
        isConfirmed: true,
        note: 'Repeal in force ten calendar days after first publication, whose day is to be confirmed; 1 March is the earliest.',
      },
    ],
  },
];
