import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, Transactions } from '#lib/database';
import { newId } from '#lib/kernel';
import { insertDiscussion, officerOf, type RemarkSpec, type TestBed } from '#lib/testing';
import { GroupSuggestions } from '../../queries/grouping/group-suggestions.js';
import { SimilarRemarksOf } from '../../queries/grouping/similar-remarks-of.js';
import { letter, search, startGroupingBed } from '../../testing/grouping-bed.js';
import { ConfirmGroup } from '../../use-cases/grouping/confirm-group.js';
import { GroupRemarks } from '../../use-cases/grouping/group-remarks.js';
import { LeaveGroup } from '../../use-cases/grouping/leave-group.js';
import { GroupMembers } from './group-members.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startGroupingBed();
});
afterAll(() => bed.stop());

/** A group no. 1 of the first three of five remarks. */
async function scene(remarks: number | readonly RemarkSpec[] = 5) {
  const rows = await insertDiscussion(bed.database, { remarks });
  const officer = officerOf(rows.bodyId);
  const numbers = rows.remarks.map(({ number }) => number);
  const { discussionId } = rows;
  const made = await bed.get(GroupRemarks).execute({ discussionId, numbers: numbers.slice(0, 3) }, officer);
  const leave = (number = '') => bed.get(LeaveGroup).execute({ discussionId, no: 1, number }, officer);
  return { rows, numbers, groupId: made.id, leave };
}

describe('a campaign (REQ-44, AMB-10)', () => {
  it('500 equal remarks are one suggestion, one group and 500 members, each with its own number', async () => {
    const rows = await insertDiscussion(bed.database, {
      remarks: Array.from({ length: 500 }, () => ({ body: letter })),
    });
    await search(bed, rows);
    const { discussionId } = rows;
    const officer = officerOf(rows.bodyId);
    const [suggestion, ...more] = (await bed.get(GroupSuggestions).of(discussionId, officer, { size: 5 })).items;
    expect(more).toEqual([]);
    expect(suggestion).toMatchObject({ kind: 'EXACT', size: 500, authors: 500 });
    const suggestionId = suggestion?.id ?? '';
    const { seen } = await bed.get(GroupSuggestions).one(discussionId, suggestionId, officer);
    const group = await bed.get(ConfirmGroup).execute({ discussionId, suggestionId, seen }, officer);
    expect(group).toMatchObject({ no: 1, members: 500 });
    const [counted] = await bed.database.query(
      'select count(*)::int as members, count(distinct number)::int as numbers from standing_member where group_id = $1',
      [group.id],
    );
    expect(counted).toEqual({ members: 500, numbers: 500 });
    expect(await bed.database.query('select from ledger_entry where subject_id = $1', [group.id])).toHaveLength(1);
  });
});

describe('what is done to all members at once', () => {
  it('holds the group and its standing remarks, and counts them', async () => {
    const { rows, numbers, groupId, leave } = await scene();
    await bed.database.query(`update remark set state = 'HIDDEN' where number = $1`, [numbers[0]]);
    const members = bed.get(GroupMembers);
    await bed.get(Transactions).run(async (tx) => {
      expect(await members.lock(tx, groupId)).toEqual({
        id: groupId,
        no: 1,
        discussionId: rows.discussionId,
        representativeId: rows.remarks[1]?.id,
        standing: 2,
      });
      await expect(
        bed.get(Transactions).run(async (other) => {
          await other.query(`set local lock_timeout = '50ms'`);
          await other.query('select from remark where id = $1 for no key update', [rows.remarks[1]?.id]);
        }),
      ).rejects.toThrow(/lock timeout/);
    });
    await leave(numbers[1]);
    await bed.get(Transactions).run(async (tx) => {
      expect(await members.lock(tx, groupId)).toMatchObject({ standing: 1, representativeId: rows.remarks[2]?.id });
      expect(await members.lock(tx, newId())).toBeUndefined();
    });
    const of = await members.groupsOf(
      bed.get(Database),
      rows.remarks.map(({ id }) => id),
    );
    const placed = of.map(({ remarkId, groupNo, members: all }) => {
      return [rows.remarks.findIndex(({ id }) => id === remarkId), groupNo, all];
    });
    expect(placed).toHaveLength(2);
    expect(placed).toEqual(
      expect.arrayContaining([
        [0, 1, 2],
        [2, 1, 2],
      ]),
    );
  });

  it('beside a remark stands the group it is in, or what it is suggested with', async () => {
    const { rows } = await scene([{}, {}, {}, { body: letter }, { body: letter }]);
    await search(bed, rows);
    const similar = (place: number) => bed.get(SimilarRemarksOf).remark(rows.remarks[place]?.id ?? '');
    expect(await similar(0)).toMatchObject({ group: { groupNo: 1, members: 3 }, suggestions: [] });
    expect(await similar(4)).toMatchObject({ group: null, suggestions: [{ kind: 'EXACT', size: 2, joins: null }] });
  });
});
