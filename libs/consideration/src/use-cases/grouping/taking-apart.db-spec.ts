import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf, type RemarkSpec, type TestBed } from '#lib/testing';
import { GroupsOfDiscussion } from '../../queries/grouping/groups-of-discussion.js';
import { MembersOfGroup } from '../../queries/grouping/members-of-group.js';
import { codeOf, untilOneWaits } from '../../testing/consideration-bed.js';
import { startGroupingBed } from '../../testing/grouping-bed.js';
import { ChooseRepresentative } from './choose-representative.js';
import { DissolveGroup } from './dissolve-group.js';
import { GroupRemarks } from './group-remarks.js';
import { LeaveGroup } from './leave-group.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startGroupingBed();
});
afterAll(() => bed.stop());

/** A group no. 1 of the first three of five remarks. */
async function scene(remarks: number | readonly RemarkSpec[] = 5, state: 'CLOSED' | 'OPEN' | 'WITHDRAWN' = 'CLOSED') {
  const rows = await insertDiscussion(bed.database, { remarks, state });
  const officer = officerOf(rows.bodyId);
  const numbers = rows.remarks.map(({ number }) => number);
  const { discussionId } = rows;
  const group = (chosen: readonly string[], joins?: number) =>
    bed.get(GroupRemarks).execute({ discussionId, numbers: chosen, joins }, officer);
  const made = state === 'CLOSED' && numbers.length >= 3 ? await group(numbers.slice(0, 3)) : undefined;
  const one = (no = 1) => bed.get(GroupsOfDiscussion).one(discussionId, no, officer);
  const leave = (number = '', no = 1) => bed.get(LeaveGroup).execute({ discussionId, no, number }, officer);
  return { rows, officer, numbers, discussionId, group, groupId: made?.id ?? '', one, leave };
}

const membersOf = async ({ rows, numbers }: { rows: DiscussionRows; numbers: string[] }, no = 1) => {
  const { items } = await bed.get(MembersOfGroup).of(rows.discussionId, no, officerOf(rows.bodyId), { size: 2 });
  const rest = await bed.get(MembersOfGroup).of(rows.discussionId, no, officerOf(rows.bodyId), {
    size: 50,
    after: `${items.at(-1)?.receivedAt}_${items.at(-1)?.id}`,
  });
  return [...items, ...rest.items].map(({ number }) => numbers.indexOf(number));
};
const actsOn = async (groupId: string) =>
  (
    await bed.database.query<{ act: string; data: string }>(
      'select act, data from ledger_entry where subject_id = $1 order by at, id',
      [groupId],
    )
  ).map(({ act, data }) => [act, (JSON.parse(data) as { members: number }).members]);
/** The report is signed, as far as the database looks. */
const sign = (discussionId: string) =>
  bed.database.query(
    `insert into report (id, discussion_id, version, state, data, data_sha256, blockers, assembled_at, signed_at, signed_by)
     values ($1, $2, 1, 'SIGNED', '{}', '\\x00', '[]', now(), now(), $1)`,
    [newId(), discussionId],
  );

describe('remarks an officer chooses (REQ-43, REQ-44)', () => {
  it('make a group that the earliest represents, and others join it', async () => {
    const { rows, numbers, group, one, groupId, ...rest } = await scene();
    expect(await one()).toMatchObject({ kind: 'BY_HAND', members: 3, representative: { number: numbers[0] } });
    expect(await group([numbers[3] ?? ''], 1)).toMatchObject({ no: 1, members: 4 });
    expect(await membersOf({ rows, numbers, ...rest })).toEqual([0, 1, 2, 3]);
    expect(await actsOn(groupId)).toEqual([
      ['group.confirmed', 3],
      ['group.joined', 4],
    ]);
  });

  it('are refused all when one is unknown, not standing or in a group, with its number', async () => {
    const { rows, numbers, group, one } = await scene([{}, {}, {}, {}, { state: 'HIDDEN' }]);
    const other = await insertDiscussion(bed.database, { remarks: 1 });
    const foreign = other.remarks[0]?.number ?? '';
    for (const [chosen, code, fault, number] of [
      [[numbers[3], foreign], 'invalid-input', 'unknown', foreign],
      [[numbers[3], numbers[4]], 'conflict', 'not-standing', numbers[4]],
      [[numbers[3], numbers[1]], 'conflict', 'in-a-group', numbers[1]],
    ] as const) {
      await expect(group(chosen.map((each) => each ?? ''))).rejects.toMatchObject({
        code,
        details: { faults: [{ fault, numbers: [number] }] },
      });
    }
    expect(await codeOf(group([numbers[3] ?? '', numbers[3] ?? '']))).toBe('invalid-input');
    expect(await codeOf(group(Array.from({ length: 501 }, (_, index) => String(index))))).toBe('invalid-input');
    expect(await codeOf(group([numbers[3] ?? ''], 7))).toBe('not-found');
    expect((await one()).members).toBe(3);
    expect(
      await bed.database.query('select from remark_group where discussion_id = $1', [rows.discussionId]),
    ).toHaveLength(1);
  });

  it('that somebody groups at this moment are refused when he has done so', async () => {
    const { numbers, discussionId, officer, group } = await scene(2);
    let second: Promise<string> | undefined;
    await bed.get(Transactions).run(async (tx) => {
      await bed.get(GroupRemarks).within(tx, { discussionId, numbers }, officer);
      second = codeOf(group(numbers));
      await untilOneWaits(bed.database);
    });
    expect(await second).toBe('conflict');
  });

  it('are in one group at most, also when two officers take them at once', async () => {
    const { rows, numbers, group } = await scene(2);
    const codes = await Promise.all([
      codeOf(group(numbers)),
      codeOf(group(numbers.toReversed())),
      codeOf(group(numbers)),
    ]);
    expect(codes.toSorted()).toEqual(['conflict', 'conflict', 'done']);
    expect(
      await bed.database.query('select from remark_group where discussion_id = $1', [rows.discussionId]),
    ).toHaveLength(1);
  });
});

describe('leaving, representing, dissolving', () => {
  it('one leaves, the earliest of the others stands for them, and the last two part by dissolving only', async () => {
    const { numbers, leave, one, groupId } = await scene();
    await leave(numbers[0]);
    expect(await one()).toMatchObject({ members: 2, representative: { number: numbers[1] } });
    expect(await codeOf(leave(numbers[1]))).toBe('wrong-state');
    expect(await codeOf(leave(numbers[4]))).toBe('invalid-input');
    expect(await codeOf(leave(numbers[1], 2))).toBe('not-found');
    expect(await actsOn(groupId)).toEqual([
      ['group.confirmed', 3],
      ['group.left', 2],
    ]);
    const history = await bed.database.query(
      'select left_at is null as "isIn" from remark_group_member where group_id = $1 order by joined_at, remark_id',
      [groupId],
    );
    expect(history).toEqual([{ isIn: false }, { isIn: true }, { isIn: true }]);
  });

  it('another is chosen to represent, but none that is outside or does not stand', async () => {
    const { numbers, discussionId, officer, one } = await scene();
    const choose = (number = '') => bed.get(ChooseRepresentative).execute({ discussionId, no: 1, number }, officer);
    await choose(numbers[2]);
    expect((await one()).representative?.number).toBe(numbers[2]);
    expect(await codeOf(choose(numbers[3]))).toBe('invalid-input');
    await bed.database.query(`update remark set state = 'HIDDEN' where number = $1`, [numbers[1]]);
    expect(await codeOf(choose(numbers[1]))).toBe('conflict');
  });

  it('who is hidden later stays a member, is not counted as standing, and another stands for the group', async () => {
    const { rows, numbers, one, ...rest } = await scene();
    await bed.database.query(`update remark set state = 'HIDDEN' where number = $1`, [numbers[0]]);
    expect(await one()).toMatchObject({ members: 3, standing: 2, authors: 2, representative: { number: numbers[1] } });
    expect(await membersOf({ rows, numbers, ...rest })).toEqual([0, 1, 2]);
    await bed.database.query(`update remark set state = 'HIDDEN' where number = any($1)`, [numbers.slice(1, 3)]);
    expect(await one()).toMatchObject({ members: 3, standing: 0, representative: null });
  });

  it('dissolved, all stand by themselves again with their numbers, and the record stays', async () => {
    const { numbers, discussionId, officer, one, group, groupId } = await scene();
    const { seen } = await one();
    const dissolve = (digest: string) =>
      codeOf(bed.get(DissolveGroup).execute({ discussionId, no: 1, seen: digest }, officer));
    expect(await dissolve('')).toBe('conflict');
    expect(await dissolve(seen)).toBe('done');
    expect(await dissolve(seen)).toBe('not-found');
    expect(await codeOf(one())).toBe('not-found');
    expect(await bed.database.query('select from remark_group_member where group_id = $1', [groupId])).toHaveLength(3);
    expect(await actsOn(groupId)).toEqual([
      ['group.confirmed', 3],
      ['group.dissolved', 3],
    ]);
    expect(await group(numbers.slice(0, 2))).toMatchObject({ no: 2, members: 2 });
  });
});

describe('when and by whom', () => {
  it('before the close, of a withdrawn draft, after signing: refused', async () => {
    for (const state of ['OPEN', 'WITHDRAWN'] as const) {
      const { numbers, group } = await scene(3, state);
      expect(await codeOf(group(numbers))).toBe('wrong-state');
    }
    const { discussionId, officer, numbers, group, leave, one } = await scene();
    const { seen } = await one();
    await sign(discussionId);
    expect(await codeOf(group(numbers.slice(3)))).toBe('report-frozen');
    expect(await codeOf(group(numbers.slice(3), 1))).toBe('report-frozen');
    expect(await codeOf(leave(numbers[0]))).toBe('report-frozen');
    expect(await codeOf(bed.get(DissolveGroup).execute({ discussionId, no: 1, seen }, officer))).toBe('report-frozen');
    const choose = bed.get(ChooseRepresentative).execute({ discussionId, no: 1, number: numbers[1] ?? '' }, officer);
    expect(await codeOf(choose)).toBe('report-frozen');
  });

  it('REQ-46: another body sees and changes nothing', async () => {
    const { discussionId, numbers } = await scene();
    const stranger = officerOf(newId());
    const tries = [
      bed.get(GroupRemarks).execute({ discussionId, numbers: numbers.slice(3) }, stranger),
      bed.get(LeaveGroup).execute({ discussionId, no: 1, number: numbers[0] ?? '' }, stranger),
      bed.get(GroupsOfDiscussion).of(discussionId, stranger, { size: 5 }),
      bed.get(GroupsOfDiscussion).one(discussionId, 1, stranger),
      bed.get(MembersOfGroup).of(discussionId, 1, stranger, { size: 5 }),
    ];
    expect(await Promise.all(tries.map(codeOf))).toEqual(tries.map(() => 'not-found'));
  });

  it('hand-written SQL obeys the same rules', async () => {
    const { rows, discussionId, groupId } = await scene();
    const ids = rows.remarks.map(({ id }) => id);
    const other = await insertDiscussion(bed.database, { remarks: 1 });
    const join = (remarkId = '') =>
      bed.database.query('insert into remark_group_member (group_id, remark_id) values ($1, $2)', [groupId, remarkId]);
    await expect(join(ids[0])).rejects.toThrow(/ix_remark_group_member_live/);
    await expect(join(other.remarks[0]?.id)).rejects.toThrow(/one discussion/);
    await expect(bed.database.query('delete from remark_group_member')).rejects.toThrow(/never changes/);
    await expect(
      bed.database.query('update remark_group_member set left_at = now(), remark_id = $1 where remark_id = $2', [
        ids[4],
        ids[0],
      ]),
    ).rejects.toThrow(/never changes/);
    await expect(bed.database.query('delete from remark_group')).rejects.toThrow(/never deleted/);
    await expect(bed.database.query(`update remark_group set kind = 'EXACT' where id = $1`, [groupId])).rejects.toThrow(
      /never changes/,
    );
    await sign(discussionId);
    await expect(join(ids[3])).rejects.toThrow(/until the report is signed/);
    await expect(
      bed.database.query('update remark_group_member set left_at = now() where group_id = $1', [groupId]),
    ).rejects.toThrow(/until the report is signed/);
    await expect(
      bed.database.query('update remark_group set representative_id = $2 where id = $1', [groupId, ids[1]]),
    ).rejects.toThrow(/until the report is signed/);
  });
});
