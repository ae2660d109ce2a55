import { describe, expect, it } from '@jest/globals';
import { instant, legalDay } from '#lib/kernel';
import { readDecisionRows } from '../discussion-folder/decision-rows.js';
import { readDiscussionPlan } from '../discussion-folder/discussion-plan.js';
import { readDraftRows } from '../discussion-folder/draft-rows.js';
import { readRemarkRows } from '../discussion-folder/remark-rows.js';
import { readDecideMadrid } from './decide-madrid.js';
import type { SourceReading } from './folder-files.js';
import { readIsoComments } from './iso-comments.js';
import { readLegalactsCard } from './legalacts-card.js';

/** What the readers of a folder make of a source; faults would be ours. */
function folderOf({ files }: SourceReading) {
  const remarks = readRemarkRows('r', files['remarks.csv'] ?? '', ({ received_at = '' }) => instant(received_at));
  const refs = new Set(remarks.rows.map(({ ref }) => ref));
  const decisions = readDecisionRows('d', files['decisions.csv'] ?? '', refs);
  const draft = readDraftRows('t', files['draft.yaml'] ?? '');
  const { plan, faults } = readDiscussionPlan(files['discussion.yaml'] ?? '');
  expect([remarks.faults, decisions.faults, draft.faults, faults]).toEqual([[], [], [], []]);
  return { plan, remarks: remarks.rows, decisions: decisions.rows, draft: draft.rows };
}

const answered = (decision: string) => ({ decision, answer: { text: 'Ответ органа на замечание.' } });
const card = {
  external_id: 7,
  url_path: '/npa/view?id=7',
  government_id: 5,
  created_raw: '28/12/2026',
  discussion_until_raw: '11/01/2027',
  agency: { kk: 'Министрлік', ru: 'Министерство' },
  title: { kk: 'Бұйрық', ru: 'Приказ' },
  content: [
    { n: 1, head: { kk: 'Атауы', ru: 'Наименование' }, body: { kk: 'Жоба', ru: 'Проект' } },
    { n: 2, head: { kk: 'Орган', ru: 'Орган' }, body: { kk: 'М', ru: 'М' } },
  ],
  comments: [
    {
      external_id: 12,
      author: 'Б',
      clause_anchor: '5',
      commented_at_raw: '02/01 - 09:30',
      text: 'Қалай?',
      ...answered('accepted'),
    },
    {
      external_id: 11,
      author: 'А',
      clause_anchor: '3',
      commented_at_raw: '28/12 - 11:05',
      text: 'Почему?',
      ...answered('rejected'),
    },
    {
      external_id: 13,
      author: 'В',
      clause_anchor: '3',
      commented_at_raw: '29/12 - 10:00',
      text: 'Еще',
      decision: '',
      answer: null,
    },
  ],
};

describe('readLegalactsCard', () => {
  const { plan, remarks, decisions, draft } = folderOf(readLegalactsCard(JSON.stringify(card)));

  it('takes the window from the days of the card, in Asia/Almaty', () =>
    expect(plan).toMatchObject({ length: 14, placements: [{ placedAt: '2026-12-27T19:00:00.000000Z' }] }));

  it('reads a time without year and zone in the year of the card, or the next when that lies before it', () =>
    expect(remarks.map(({ ref, arrivedAt }) => [ref, arrivedAt])).toEqual([
      ['11', '2026-12-28T06:05:00.000000Z'],
      ['12', '2027-01-02T04:30:00.000000Z'],
      ['13', '2026-12-29T05:00:00.000000Z'],
    ]));

  it('reads the anchor by the place of the row, and the language by its letters', () => {
    expect(remarks.map(({ clauses }) => clauses)).toEqual([['1'], ['2'], ['1']]);
    expect(remarks.map(({ content }) => content.language)).toEqual(['ru', 'kk', 'ru']);
  });

  it('keeps the Russian answer as the Kazakh ground with its mark, and decides nothing by itself', () =>
    expect(decisions.map(({ ref, outcome, groundKk, noChangeRu }) => [ref, outcome, groundKk, noChangeRu])).toEqual([
      ['11', 'NOT_TAKEN_INTO_ACCOUNT', '[ru] Ответ органа на замечание.', ''],
      ['12', 'TAKEN_INTO_ACCOUNT', '[ru] Ответ органа на замечание.', 'Ответ органа на замечание.'],
    ]));

  it('makes a section and a clause of every row of the table, in both languages', () =>
    expect(draft.map(({ kind, label, text }) => [kind, label, text.kk])).toEqual([
      ['SECTION', '1.', 'Атауы'],
      ['CLAUSE', '1.', 'Жоба'],
      ['SECTION', '2.', 'Орган'],
      ['CLAUSE', '2.', 'М'],
    ]));

  it('refuses a time it does not know', () => {
    const wrong = { ...card, comments: [{ ...card.comments[0], commented_at_raw: 'вчера' }] };
    expect(() => readLegalactsCard(JSON.stringify(wrong))).toThrow(RangeError);
  });
});

describe('readIsoComments', () => {
  const sheet = `
comments:
- { id: A-1, body: AA, locality: { clause: '5', element: 5.1 }, comments: Why, proposed_change: Add x, observations: Accepted. Now x }
- { id: A-2, body: AA, locality: { clause: Whole document }, comments: Long, proposed_change: '', observations: Clarification needed. }
- { id: A-3, body: BB, locality: { clause: '5' }, comments: More, proposed_change: '', observations: '' }`;
  const { plan, remarks, decisions, draft } = folderOf(
    readIsoComments(sheet.replaceAll('5.1', "'5.1'"), legalDay('2018-05-14'), 'Standard'),
  );

  it('lets comment n arrive n seconds after the opening day began', () =>
    expect([plan?.placements[0]?.placedAt, ...remarks.map(({ arrivedAt }) => arrivedAt)]).toEqual([
      '2018-05-13T22:00:00.000000Z',
      '2018-05-13T22:00:01.000000Z',
      '2018-05-13T22:00:02.000000Z',
      '2018-05-13T22:00:03.000000Z',
    ]));

  it('tells a proposal by its proposed change, and the whole draft by its name', () => {
    expect(remarks.map(({ content }) => content.kind)).toEqual(['PROPOSAL', 'REMARK', 'REMARK']);
    expect(remarks.map(({ clauses }) => clauses)).toEqual([['1'], [], ['1']]);
    expect(draft.filter(({ kind }) => kind === 'CLAUSE').map(({ text }) => text.en)).toEqual(['Clause 5']);
  });

  it('reads the decision from the first words of the observation', () =>
    expect(decisions.map(({ outcome, reasonCode }) => [outcome, reasonCode])).toEqual([
      ['TAKEN_INTO_ACCOUNT', 'ACCEPTED'],
      ['NOT_TAKEN_INTO_ACCOUNT', 'CLARIFICATION_NEEDED'],
      ['NOT_TAKEN_INTO_ACCOUNT', 'OTHER'],
    ]));
});

describe('readDecideMadrid', () => {
  const proposals =
    'id,url,title,date,summary,text,numComments\n7,/p/7,Una,2015-09-15,Corto,"Uno\nDos",1\n8,/p/8,Otra,2015-09-18,Sumario,Texto,3';
  const comments = [
    'id,parentId,proposalId,userId,date,time,text',
    '1,-1,7,3,2015-09-15,0 days 10:00:00,Hola',
    '4,-1,8,5,2015-10-25,0 days 02:30:00,Tarde',
    '3,-1,8,,2015-09-18,0 days 11:48:19,"Dos, o más"',
    '5,-1,8,9,2015-09-20,0 days 01:00:00, ',
  ].join('\n');
  const reading = readDecideMadrid(proposals, comments);
  const { plan, remarks, decisions } = folderOf(reading);

  it('takes the proposal with the most comments in the file', () => {
    expect(plan?.title.en).toBe('[es] Otra');
    expect(plan?.placements[0]?.placedAt).toBe('2015-09-17T22:00:00.000000Z');
  });

  it('orders comments by local time, the doubled hour as the earlier one, and leaves out those without text', () => {
    expect(remarks.map(({ ref, arrivedAt }) => [ref, arrivedAt])).toEqual([
      ['3', '2015-09-18T09:48:19.000000Z'],
      ['4', '2015-10-25T00:30:00.000000Z'],
    ]);
    expect(reading.notes).toContain('left out, no text: 1');
    expect(remarks[0]?.content.text).toBe('Dos, o más');
  });

  it('decides all by one row that says there are no decisions', () =>
    expect(decisions).toMatchObject([
      { ref: '*', outcome: 'NOT_TAKEN_INTO_ACCOUNT', reasonCode: 'NO_CONCRETE_PROPOSAL' },
    ]));
});
