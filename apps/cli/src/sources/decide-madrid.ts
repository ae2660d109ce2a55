import { legalDay } from '#lib/kernel';
import { readLocalTime, startOfLocalDay, zonedText } from '#lib/time-limits';
import { parse } from 'csv-parse/sync';
import { decisionColumns, EVERY_OTHER } from '../discussion-folder/decision-rows.js';
import { remarkColumns } from '../discussion-folder/remark-rows.js';
import { csvText, marked, type SourceReading, yamlText } from './folder-files.js';

const ZONE = 'Europe/Madrid';

type Row = Readonly<Record<string, string>>;
const rowsOf = (text: string): Row[] => parse(text, { columns: true, bom: true, relax_column_count: true }) as Row[];
const of = (row: Row, column: string): string => (row[column] ?? '').trim();

const noDecisions = {
  ground_kk: 'Дереккөзде пікірлер бойынша шешімдер жоқ: бұл импорттың әдепкі жазбасы, қала әкімшілігінің жауабы емес.',
  ground_ru:
    'В источнике нет решений по комментариям: это запись импорта по умолчанию, а не ответ администрации города.',
};

/**
 * Turns the proposal with the most comments into a discussion's folder. Dates and times are local in Europe/Madrid; the proposal
 * was placed when its day began. The house knows kk, ru and en: the Spanish text stands in the column of the profile's language,
 * marked [es]; remarks are kept word for word.
 */
export function readDecideMadrid(proposalsText: string, commentsText: string): SourceReading {
  const all = rowsOf(commentsText);
  const proposal = withMostComments(rowsOf(proposalsText), all);
  const id = of(proposal, 'id');
  const comments = all.filter((comment) => of(comment, 'proposalId') === id);
  const written = comments.filter((comment) => of(comment, 'text') !== '').toSorted(byTime);
  const from = `decide.madrid.es, proposal ${id}`;
  return {
    files: {
      'discussion.yaml': yamlText(from, planOf(proposal)),
      'draft.yaml': yamlText(`${from}: title, summary and text`, draftOf(proposal)),
      'remarks.csv': csvText(remarkColumns, written.map(remarkOf)),
      'decisions.csv': csvText(decisionColumns, [
        { ref: EVERY_OTHER, outcome: 'NOT_TAKEN_INTO_ACCOUNT', reason_code: 'NO_CONCRETE_PROPOSAL', ...noDecisions },
      ]),
    },
    notes: [
      `proposal ${id}, "${of(proposal, 'title')}": ${comments.length} comments in the file (${of(proposal, 'numComments')} by its own count)`,
      `left out, no text: ${comments.length - written.length}`,
      `local times of ${ZONE}; an hour that happens twice is read as the earlier one`,
      'the source has no decisions: every remark gets the one row of decisions.csv that says so',
    ],
  };
}

function withMostComments(proposals: readonly Row[], comments: readonly Row[]): Row {
  const counts = new Map<string, number>();
  for (const comment of comments)
    counts.set(of(comment, 'proposalId'), (counts.get(of(comment, 'proposalId')) ?? 0) + 1);
  const [first] = proposals.toSorted((a, b) => (counts.get(of(b, 'id')) ?? 0) - (counts.get(of(a, 'id')) ?? 0));
  if (!first) throw new RangeError('proposals.csv has no proposal');
  return first;
}

/** `0 days 11:48:19` */
const timeOf = (comment: Row): string => of(comment, 'time').replace(/^0 days /, '');
const momentOf = (comment: Row): string => `${of(comment, 'date')}T${timeOf(comment)}`;
const byTime = (a: Row, b: Row): number =>
  momentOf(a).localeCompare(momentOf(b)) || Number(of(a, 'id')) - Number(of(b, 'id'));

function planOf(proposal: Row) {
  const title = of(proposal, 'title');
  return {
    profile: 'open-consultation',
    kind: 'OTHER_DRAFT',
    developer: {
      code: 'decide-madrid',
      kind: 'OTHER',
      name: { kk: 'Мадрид қаласының әкімшілігі', ru: 'Администрация города Мадрида', en: 'City of Madrid' },
    },
    title: { kk: marked('es', title), ru: marked('es', title), en: marked('es', title) },
    zone: ZONE,
    placements: [
      {
        channel: 'COMMENT_PORTAL',
        url: `https://decide.madrid.es${of(proposal, 'url')}`,
        placed_at: zonedText(startOfLocalDay(legalDay(of(proposal, 'date')), ZONE), ZONE),
      },
    ],
  };
}

/** The text has no numbers of its own: summary and text are two sections, a clause a paragraph. */
function draftOf(proposal: Row) {
  const paragraphs = of(proposal, 'text')
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return [
    { section: '1.', en: marked('es', 'Resumen') },
    { clause: '1.', en: marked('es', of(proposal, 'summary')) },
    { section: '2.', en: marked('es', 'Propuesta') },
    ...paragraphs.map((paragraph, index) => ({ clause: `${index + 2}.`, en: marked('es', paragraph) })),
  ];
}

const remarkOf = (comment: Row) => ({
  ref: of(comment, 'id'),
  received_at: zonedText(readLocalTime(momentOf(comment), ZONE), ZONE),
  channel: 'IMPORT',
  kind: 'REMARK',
  sender_kind: 'INDIVIDUAL',
  language: 'en',
  name: of(comment, 'userId') === '' ? 'Participant' : `Participant ${of(comment, 'userId')}`,
  body: of(comment, 'text'),
});
