import { describe, expect, it } from '@jest/globals';
import { instant } from '#lib/kernel';
import { weekCalendar } from '#lib/time-limits';
import { readDecisionRows } from '../discussion-folder/decision-rows.js';
import type { DiscussionFolder } from '../discussion-folder/discussion-folder.js';
import { readRemarkRows } from '../discussion-folder/remark-rows.js';
import { folderFaults } from './check-folder.js';

const after = instant('2016-07-20T00:00:00Z');
const weekdays = weekCalendar(new Set(), new Set());
const ground = 'Ұсыныс жобада көзделген.';

function folder(
  remarks: string[],
  decisions: string[],
  channels = ['EGOV_PORTAL', 'OWN_RESOURCE'] as const,
): DiscussionFolder {
  const rows = readRemarkRows(
    'remarks.csv',
    ['ref,language,name,body,received_at,channel', ...remarks].join('\n'),
    (fields) => instant(fields['received_at'] ?? ''),
  ).rows;
  const header = 'ref,outcome,reason_code,ground_kk,ground_ru,no_change_kk,no_change_ru';
  const refs = new Set(rows.map(({ ref }) => ref));
  return {
    plan: {
      profile: 'kz-126',
      kind: 'OTHER_DRAFT',
      developer: { code: 'M', kind: 'CENTRAL', name: { kk: 'М', ru: 'М' } },
      title: { kk: 'Т', ru: 'Т' },
      zone: 'Asia/Almaty',
      placements: channels.map((channel) => ({
        channel,
        url: 'https://a.kz',
        placedAt: instant('2016-06-01T04:00:00Z'),
      })),
    },
    draft: { title: { kk: 'Т', ru: 'Т' }, parts: [] },
    remarks: rows,
    decisions: readDecisionRows('decisions.csv', [header, ...decisions].join('\n'), refs).rows,
    revisions: [],
  };
}

const faultsOf = (remarks: string[], decisions: string[], at = after) =>
  folderFaults(folder(remarks, decisions), weekdays, at);

describe('folderFaults', () => {
  const onTime = 'a,ru,И,Т,2016-06-02T04:00:00Z,';
  const late = 'b,ru,И,Т,2016-07-01T18:00:00Z,';
  const decided = `a,NOT_TAKEN_INTO_ACCOUNT,ALREADY_PROVIDED,${ground},${ground},,`;

  it('finds nothing in a folder that can be carried out; a late remark needs no decision (R8.4)', () =>
    expect(faultsOf([onTime, late], [decided])).toEqual([]));

  it('refuses acts before the close', () =>
    expect(faultsOf([onTime], [decided], instant('2016-07-01T17:59:59Z'))).toEqual([
      'the discussion closes at 2016-07-01T18:00:00.000000Z, after the instant of --clock',
    ]));

  it('refuses a placement without a mandatory channel (AMB-05)', () =>
    expect(folderFaults(folder([], [], ['EGOV_PORTAL'] as never), weekdays, after)[0]).toContain('OWN_RESOURCE'));

  it('names a remark before the opening, one from the future, one sent on line and one undecided', () =>
    expect(
      faultsOf(
        [
          'a,ru,И,Т,2016-06-01T03:59:59Z,',
          'b,ru,И,Т,2016-07-21T00:00:00Z,',
          'c,ru,И,Т,,PORTAL',
          'd,ru,И,Т,2016-06-03T00:00:00Z,',
        ],
        [],
      ).map((line) => line.split(':')[0]),
    ).toEqual(['remarks.csv, line 2', 'remarks.csv, line 3', 'remarks.csv, line 4', 'remarks.csv, line 5']));

  it('names a ground and an explanation that are too long', () => {
    const long = 'ұ'.repeat(20_001);
    expect(faultsOf([onTime], [`a,TAKEN_INTO_ACCOUNT,ACCEPTED,${long},${ground},Онсыз да,${long}`])).toEqual([
      'decisions.csv, line 2: ground_kk: has more than 20000 characters',
      'decisions.csv, line 2: no_change_ru: has more than 20000 characters',
    ]);
  });

  it('names a ground that is too short, a reason of the other outcome, an acceptance that changes nothing (REQ-50, REQ-52)', () => {
    const faults = faultsOf([onTime], [`a,TAKEN_INTO_ACCOUNT,BUDGET,да,${ground},,`]);
    expect(faults).toEqual([
      'decisions.csv, line 2: ground_kk: has fewer than 20 characters',
      'decisions.csv, line 2: reason_code: belongs to the other outcome',
      'decisions.csv, line 2: changed_clause: neither a changed clause nor an explanation',
    ]);
    expect(faultsOf([onTime], [decided.replace('ALREADY_PROVIDED', 'WHIM')])[0]).toContain('reason_code: is none of ');
  });
});
