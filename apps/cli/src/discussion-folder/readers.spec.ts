import { describe, expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import { clausePaths } from './clause-paths.js';
import { decisionOn, readDecisionRows } from './decision-rows.js';
import { unknownClauses } from './discussion-folder.js';
import { readDiscussionPlan } from './discussion-plan.js';
import { readDraftRows } from './draft-rows.js';
import { draftTextOf } from './draft-text.js';
import { readRemarkRows } from './remark-rows.js';
import { readRevisionRows } from './revision-rows.js';

const arrival = () => instant('2016-06-02T06:00:00Z');
const remarks = (...rows: string[]) =>
  readRemarkRows('remarks.csv', ['ref,kind,language,name,anchors,body,channel', ...rows].join('\n'), arrival);

describe('readRemarkRows', () => {
  it('reads a remark with its clauses and its arrival', () =>
    expect(remarks('a,PROPOSAL,kk,Айгүл,"10.3 4","Екі\nжол",').rows).toEqual([
      {
        line: 2,
        ref: 'a',
        channel: 'IMPORT',
        arrivedAt: '2016-06-02T06:00:00.000000Z',
        content: { kind: 'PROPOSAL', language: 'kk', text: 'Екі\nжол' },
        clauses: ['10.3', '4'],
        sender: { kind: 'INDIVIDUAL', name: 'Айгүл' },
      },
    ]));

  it('gives one that is sent on line no arrival', () =>
    expect(remarks('a,,ru,Имя,,Текст,PORTAL').rows[0]).toMatchObject({ channel: 'PORTAL', arrivedAt: null }));

  it('names every fault with the line where the row begins, and keeps the sound rows', () => {
    const { rows, faults } = remarks('a,REMARK,kk,Имя,,"две\nстроки",', 'a,WISH,de,,,,POST', 'b,,ru,Имя,,Текст,');
    expect(rows.map(({ ref }) => ref)).toEqual(['a', 'b']);
    expect(faults.map(({ line, field }) => `${line} ${field}`)).toEqual([
      '4 ref',
      '4 channel',
      '4 kind',
      '4 language',
      '4 body',
      '4 name',
    ]);
  });

  it('names a time that is none, and a column nobody reads', () => {
    const broken = readRemarkRows('remarks.csv', 'ref,language,name,body,colour\na,ru,И,Т,red', () => {
      throw new RangeError('not an instant');
    });
    expect(broken.rows).toEqual([]);
    expect(broken.faults).toMatchObject([
      { line: 1, field: 'colour' },
      { line: 2, field: 'received_at', reason: 'not an instant' },
    ]);
  });
});

describe('readDecisionRows', () => {
  const text =
    'ref,outcome,reason_code,ground_kk,ground_ru\na,TAKEN_INTO_ACCOUNT,ACCEPTED,н,о\n*,NOT_TAKEN_INTO_ACCOUNT,OTHER,н,о';

  it('decides each remark by its own row, every other one by *', () => {
    const { rows, faults } = readDecisionRows('decisions.csv', text, new Set(['a', 'b']));
    expect(faults).toEqual([]);
    expect(decisionOn('a', rows)?.reasonCode).toBe('ACCEPTED');
    expect(decisionOn('b', rows)?.reasonCode).toBe('OTHER');
    expect(decisionOn('b', rows.slice(0, 1))).toBeUndefined();
  });

  it('names a ref nobody has and an outcome that is none of the two (A2.T4)', () =>
    expect(readDecisionRows('decisions.csv', 'ref,outcome\nz,PARTLY', new Set(['a'])).faults).toMatchObject([
      { line: 2, field: 'ref' },
      { line: 2, field: 'outcome' },
    ]));
});

describe('readDraftRows and clausePaths', () => {
  const yaml = `
- section: '2.'
  kk: Тәртіп
  ru: Порядок
- clause: '10.'
  kk: а
  ru: а
- clause: '3)'
  level: 3
  kk: б
  ru: б`;

  it('finds a sub-paragraph by the numbers people say', () => {
    const { rows, faults } = readDraftRows('draft.yaml', yaml);
    expect(faults).toEqual([]);
    const { parts } = draftTextOf({ kk: 'Т', ru: 'Т' }, rows);
    const paths = clausePaths(parts);
    expect([...paths.keys()]).toEqual(['§2', '10', '10.3']);
    expect(paths.get('10.3')).toBe(parts[2]?.lineageId);
  });

  it('names the line of what is neither section nor clause, and of what is no YAML', () => {
    expect(readDraftRows('draft.yaml', '- section: 1\n  kk: а\n- part: 2').faults).toMatchObject([{ line: 3 }]);
    expect(readDraftRows('draft.yaml', 'a: [').faults[0]).toMatchObject({ file: 'draft.yaml' });
    expect(readDraftRows('draft.yaml', 'a: 1').faults).toMatchObject([
      { reason: 'is no list of sections and clauses' },
    ]);
  });

  it('names each clause of remarks, decisions and revisions that the draft lacks', () => {
    const draft = draftTextOf({ kk: 'Т', ru: 'Т' }, readDraftRows('draft.yaml', yaml).rows);
    const { rows: found } = remarks('a,,ru,Имя,10 11,Текст,');
    const { rows: decisions } = readDecisionRows(
      'decisions.csv',
      'ref,outcome,changed_clause\na,TAKEN_INTO_ACCOUNT,10.4',
      new Set(['a']),
    );
    const { rows: revisions } = readRevisionRows('revisions.csv', 'clause,text_kk,text_ru\n10.3,а,а\n99,а,а');
    const faults = unknownClauses({ draft, remarks: found, decisions, revisions });
    expect(faults.map(({ file, line, reason }) => `${file} ${line} ${reason}`)).toEqual([
      'remarks.csv 2 the draft has no clause 11',
      'decisions.csv 2 the draft has no clause 10.4',
      'revisions.csv 3 the draft has no clause 99',
    ]);
  });
});

describe('readDiscussionPlan', () => {
  const plan = `
profile: kz-126
kind: NEW_STANDARD
service: '02104001'
developer: { code: BBM, name: { kk: Министрлік, ru: Министерство } }
title: { kk: Қызмет, ru: Услуга }
zone: Asia/Almaty
placements:
  - { channel: EGOV_PORTAL, url: https://egov.kz/1, placed_at: 2016-06-01T10:00:00+06:00 }`;

  it('reads whose draft it is, under which rules, and when it was shown', () =>
    expect(readDiscussionPlan(plan).plan).toMatchObject({
      profile: 'kz-126',
      service: '02104001',
      developer: { code: 'BBM', kind: 'CENTRAL' },
      placements: [{ channel: 'EGOV_PORTAL', placedAt: '2016-06-01T04:00:00.000000Z' }],
    }));

  it('names every fault at once', () => {
    const { faults } = readDiscussionPlan(
      'profile: kz-999\nkind: NEW_STANDARD\nlength: soon\nzone: Mars/North\nplacements: [{ channel: TV, url: x, placed_at: today }]',
    );
    for (const field of ['profile', 'service', 'length', 'zone', 'developer.code', '.channel', '.url', '.placed_at'])
      expect(faults.join('\n')).toContain(field);
    expect(readDiscussionPlan('a: [').faults).toHaveLength(1);
  });
});
