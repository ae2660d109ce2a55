import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '#lib/database';
import { DomainError, newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf, type RemarkSpec, type TestBed } from '#lib/testing';
import { GroupSuggestions } from '../../queries/grouping/group-suggestions.js';
import { GroupsOfDiscussion } from '../../queries/grouping/groups-of-discussion.js';
import { MembersOfGroup } from '../../queries/grouping/members-of-group.js';
import { letter, letterOnPaper, others, search, startGroupingBed, suggestionsOf } from '../../testing/grouping-bed.js';
import { ConfirmGroup, type ConfirmGroupInput } from './confirm-group.js';
import { DismissSuggestion } from './dismiss-suggestion.js';
import { DissolveGroup } from './dissolve-group.js';
import { GroupRemarks } from './group-remarks.js';
import { LeaveGroup } from './leave-group.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startGroupingBed();
});
afterAll(() => bed.stop());

/** A discussion with three copies of a letter, an edited one and another remark, looked through; the first suggestion. */
async function scene(
  remarks: readonly RemarkSpec[] = [letter, letter, letterOnPaper, others[0], letter].map((body) => ({ body })),
) {
  const rows = await insertDiscussion(bed.database, { remarks });
  await search(bed, rows);
  return { rows, officer: officerOf(rows.bodyId), input: await firstOf(rows) };
}

async function firstOf(rows: DiscussionRows): Promise<ConfirmGroupInput> {
  const [suggestion] = await suggestionsOf(bed, rows);
  const { discussionId, bodyId } = rows;
  if (!suggestion) throw new Error('nothing is suggested');
  const { seen } = await bed.get(GroupSuggestions).one(discussionId, suggestion.id, officerOf(bodyId));
  return { discussionId, suggestionId: suggestion.id, seen };
}

const confirm = (input: ConfirmGroupInput, officer: ReturnType<typeof officerOf>) =>
  bed.get(ConfirmGroup).execute(input, officer);
const numberOf = (rows: DiscussionRows, place: number): string => rows.remarks[place]?.number ?? '';
const groupsOf = async (rows: DiscussionRows) =>
  (await bed.get(GroupsOfDiscussion).of(rows.discussionId, officerOf(rows.bodyId), { size: 10 })).items;
const placesOf = async (rows: DiscussionRows, no: number) => {
  const members = await bed.get(MembersOfGroup).of(rows.discussionId, no, officerOf(rows.bodyId), { size: 100 });
  return members.items.map(({ number }) => rows.remarks.findIndex((each) => each.number === number));
};
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );
const nothingWritten = async (rows: DiscussionRows) => {
  expect(await groupsOf(rows)).toEqual([]);
  expect(
    await bed.database.query(`select from ledger_entry where act like 'group.%' and data like '%' || $1 || '%'`, [
      rows.discussionId,
    ]),
  ).toEqual([]);
};

describe('confirming (REQ-44)', () => {
  it('makes one group of all, each with its number and instant, and one entry with count and digest', async () => {
    const { rows, officer, input } = await scene();
    const before = await bed.database.query(
      'select number, received_at from remark where discussion_id = $1 order by number',
      [rows.discussionId],
    );
    const group = await confirm(input, officer);
    expect(group).toMatchObject({ no: 1, members: 4 });
    expect(await groupsOf(rows)).toMatchObject([
      { no: 1, kind: 'NEAR', members: 4, standing: 4, representative: { number: numberOf(rows, 0), text: letter } },
    ]);
    expect(await placesOf(rows, 1)).toEqual([0, 1, 2, 4]);
    expect(
      await bed.database.query('select number, received_at from remark where discussion_id = $1 order by number', [
        rows.discussionId,
      ]),
    ).toEqual(before);
    const entries = await bed.database.query<{ act: string; data: string }>(
      'select act, data from ledger_entry where subject_id = $1',
      [group.id],
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]?.act).toBe('group.confirmed');
    expect(JSON.parse(entries[0]?.data ?? '')).toEqual({
      discussionId: rows.discussionId,
      joined: 4,
      members: 4,
      membersSha256: input.seen,
      no: 1,
    });
    expect(await suggestionsOf(bed, rows)).toEqual([]);
  });

  it('leaves out whom the officer leaves out; another stands for the rest, and the one is not suggested for them again', async () => {
    const { rows, officer, input } = await scene();
    await confirm({ ...input, leaveOut: [` ${numberOf(rows, 0)} `] }, officer);
    expect(await placesOf(rows, 1)).toEqual([1, 2, 4]);
    expect(await groupsOf(rows)).toMatchObject([{ representative: { number: numberOf(rows, 1) } }]);
    await search(bed, rows);
    expect(await suggestionsOf(bed, rows)).toEqual([]);
  });

  it('is refused when it is no longer what was seen: confirmed, dismissed, searched anew, grouped elsewhere', async () => {
    const { rows, officer, input } = await scene();
    expect(await codeOf(confirm({ ...input, seen: 'ab'.repeat(32) }, officer))).toBe('conflict');
    expect(await codeOf(confirm({ ...input, suggestionId: 'no id' }, officer))).toBe('conflict');
    await search(bed, rows);
    expect(await codeOf(confirm(input, officer))).toBe('conflict');
    const fresh = await firstOf(rows);
    await bed
      .get(GroupRemarks)
      .execute({ discussionId: rows.discussionId, numbers: [numberOf(rows, 1), numberOf(rows, 3)] }, officer);
    expect(await codeOf(confirm(fresh, officer))).toBe('conflict');
    const smaller = await firstOf(rows);
    expect(await confirm(smaller, officer)).toMatchObject({ no: 2, members: 3 });
    expect(await codeOf(confirm(smaller, officer))).toBe('conflict');
  });

  it('two officers at once make one group', async () => {
    const { rows, officer, input } = await scene();
    const codes = await Promise.all([
      codeOf(confirm(input, officer)),
      codeOf(confirm(input, officer)),
      codeOf(confirm(input, officer)),
    ]);
    expect(codes.toSorted()).toEqual(['conflict', 'conflict', 'done']);
    expect(await groupsOf(rows)).toHaveLength(1);
  });

  it('of a number that is not suggested, or of one alone, writes nothing', async () => {
    const { rows, officer, input } = await scene();
    await expect(
      confirm({ ...input, leaveOut: [numberOf(rows, 3), numberOf(rows, 1)] }, officer),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      details: { faults: [{ fault: 'unknown', numbers: [numberOf(rows, 3)] }] },
    });
    const allButOne = [0, 1, 2].map((place) => numberOf(rows, place));
    expect(await codeOf(confirm({ ...input, leaveOut: allButOne }, officer))).toBe('invalid-input');
    await nothingWritten(rows);
  });

  it('leaves no trace when its transaction is rolled back', async () => {
    const { rows, officer, input } = await scene();
    const undone = bed.get(Transactions).run(async (tx) => {
      await bed.get(ConfirmGroup).within(tx, input, officer);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await nothingWritten(rows);
    expect(await codeOf(confirm(input, officer))).toBe('done');
  });

  it('is for officers of the body', async () => {
    const { rows, input } = await scene();
    expect(await codeOf(confirm(input, officerOf(newId())))).toBe('not-found');
    expect(await codeOf(confirm(input, officerOf(rows.bodyId, 'signer')))).toBe('not-allowed');
    await nothingWritten(rows);
  });
});

describe('looking again after a group is confirmed', () => {
  const recordMore = (rows: DiscussionRows, body: string) =>
    bed.database.query(
      `insert into remark (id, discussion_id, number, kind, sender_kind, intake_channel, language, body, state, received_at, profile_id,
                           close_at, salt, commitment, normalised_hash)
       select $2, discussion_id, $3, kind, sender_kind, 'PAPER', language, $4, 'RECEIVED', '2016-06-30T09:00:00Z', profile_id, close_at,
              salt, commitment, coalesce((select normalised_hash from remark s where s.body = $4 and s.discussion_id = $1 limit 1), sha256(convert_to($4, 'UTF8')))
         from remark where discussion_id = $1 limit 1`,
      [rows.discussionId, newId(), `P${newId().slice(-12)}`, body],
    );

  it('suggests a letter entered since for the group it resembles; its members are left alone', async () => {
    const { rows, officer, input } = await scene();
    await confirm(input, officer);
    await recordMore(rows, letter);
    await recordMore(rows, `${letterOnPaper} Рақмет.`);
    await search(bed, rows);
    const [found, ...more] = await suggestionsOf(bed, rows);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ kind: 'NEAR', size: 2, joins: 1, representative: { number: numberOf(rows, 0) } });
    expect(await confirm(await firstOf(rows), officer)).toMatchObject({ no: 1, members: 6 });
    const [entry] = await bed.database.query<{ data: string }>(
      `select data from ledger_entry where act = 'group.joined' and data like '%' || $1 || '%'`,
      [rows.discussionId],
    );
    expect(JSON.parse(entry?.data ?? '')).toMatchObject({ joined: 2, members: 6 });
  });

  it('one letter is enough to join, and what was dismissed for the group is not suggested for it again', async () => {
    const { rows, officer, input } = await scene();
    await confirm(input, officer);
    await recordMore(rows, letter);
    await search(bed, rows);
    expect(await suggestionsOf(bed, rows)).toMatchObject([{ kind: 'EXACT', size: 1, joins: 1 }]);
    await bed.get(DismissSuggestion).execute(await firstOf(rows), officer);
    await recordMore(rows, letter);
    await search(bed, rows);
    expect(await suggestionsOf(bed, rows)).toMatchObject([{ size: 1, joins: 1 }]);
  });

  it('a dissolved group is joined by nobody', async () => {
    const { rows, officer, input } = await scene();
    await confirm(input, officer);
    await recordMore(rows, letter);
    await search(bed, rows);
    const joining = await firstOf(rows);
    await bed.get(DissolveGroup).execute({ discussionId: rows.discussionId, no: 1, seen: input.seen }, officer);
    expect(await codeOf(confirm(joining, officer))).toBe('conflict');
    expect(await suggestionsOf(bed, rows)).toEqual([]);
    await search(bed, rows);
    expect(await suggestionsOf(bed, rows)).toMatchObject([{ size: 5, joins: null }]);
  });

  it('suggests those left out as a group of their own, not for the one they were left out of', async () => {
    const { rows, officer, input } = await scene();
    const apart = [0, 2].map((place) => numberOf(rows, place));
    await confirm({ ...input, leaveOut: apart }, officer);
    await search(bed, rows);
    expect(await suggestionsOf(bed, rows)).toMatchObject([{ kind: 'NEAR', places: [0, 2], joins: null }]);
  });

  it('does not suggest for a group who left it', async () => {
    const { rows, officer, input } = await scene();
    await confirm(input, officer);
    await bed.get(LeaveGroup).execute({ discussionId: rows.discussionId, no: 1, number: numberOf(rows, 4) }, officer);
    await search(bed, rows);
    expect(await suggestionsOf(bed, rows)).toEqual([]);
  });
});
