import type { Decision } from '#lib/consideration';
import { instant } from '#lib/kernel';
import type { SheetFacts } from '../answers/answers-workbook.js';
import type { RowToExport } from '../answers/rows-to-export.js';

const idOf = (number: number): string => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** A draft of a section and two clauses, and of the version before, which had a clause more. */
export const clauseIds = [1, 2, 3, 4].map(idOf);
const clause = (index: number, kind: 'SECTION' | 'CLAUSE', label: string) => ({
  lineageId: clauseIds[index] ?? '',
  kind,
  level: kind === 'SECTION' ? 1 : 2,
  label,
  text: { kk: 'Мерзімі – бес жұмыс күні; құжаттар тізбесі', ru: 'Срок – пять рабочих дней; перечень документов' },
});
export const sampleFacts: SheetFacts = {
  language: 'kk',
  profileId: 'kz-126-2016-03',
  procedureKind: 'NEW_STANDARD',
  versions: [
    { version: 2, clauses: [clause(0, 'SECTION', '1.'), clause(1, 'CLAUSE', '1.'), clause(2, 'CLAUSE', '')] },
    { version: 1, clauses: [clause(0, 'SECTION', '1.'), clause(3, 'CLAUSE', '1.'), clause(1, 'CLAUSE', '2.')] },
  ],
  discussedVersion: 1,
  exportedAt: instant('2016-07-05T06:00:00Z'),
};

/** A row whose point has this decision, under ids that are the same in every run. */
export function sampleRow(number: number, text: string, decision: Decision | null): RowToExport {
  const standing = decision && { ...decision, version: 1, decidedBy: null, decidedAt: instant('2016-07-05T05:00:00Z') };
  const point = { id: idOf(1000 + number), position: 1, passages: [], decision: standing };
  const remark = {
    id: idOf(100 + number),
    discussionId: idOf(99),
    number: `T-${number}`,
    kind: 'REMARK',
    state: 'RECEIVED',
    text,
    proposedWording: null,
    anchors: [clauseIds[1] ?? ''],
    groupNo: null,
    points: [point],
  } as const;
  return { remark, position: 1, point, group: null };
}

export const sampleDecision: Decision = {
  outcome: 'TAKEN_INTO_ACCOUNT',
  reasonCode: 'ACCEPTED',
  groundKk: 'Мерзімі үш күнге дейін қысқартылды.',
  groundRu: 'Срок сокращен до трех дней.',
  changedClauses: clauseIds.slice(1),
  noChangeKk: null,
  noChangeRu: null,
};

/** Texts that programs like to change. */
const hardTexts = [
  '=1+1',
  "'апостроф",
  '+7 701 000 00 00',
  '@SUM(A1)',
  '-5',
  '007',
  '1.2',
  '1/2',
  'TRUE',
  'бір\nекі\n\nтөрт',
  'сөз\tсөз',
  '\u202Eоңнан солға\u202C 😀',
  '_x0041_ &amp; <b>"тырнақша"</b>',
  '#N/A',
  'ұзын мәтін '.repeat(400).trim(),
];

export async function* streamed<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values;
}

export const hardRows = (): RowToExport[] =>
  hardTexts.map((text, index) =>
    sampleRow(
      index + 1,
      text,
      index % 3 === 0
        ? null
        : {
            ...sampleDecision,
            groundKk: text,
            groundRu: `${text} ${sampleDecision.groundRu}`,
          },
    ),
  );
