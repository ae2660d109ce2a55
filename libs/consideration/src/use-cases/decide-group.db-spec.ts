import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { AnswerPreview } from '../queries/answer-preview.js';
import { ConsiderationProgress } from '../queries/consideration-progress.js';
import { DecisionsOf } from '../queries/decisions-of.js';
import { PointsOf } from '../queries/points-of.js';
import { acceptance, codeOf, refusal, startConsiderationBed } from '../testing/consideration-bed.js';
import { ConfirmDecisions } from './confirm-decisions.js';
import { ConfirmGroupDecisions } from './confirm-group-decisions.js';
import { DecideGroup, type DecideGroupInput } from './decide-group.js';
import { DecideRemark } from './decide-remark.js';
import { DecideRemarks } from './decide-remarks.js';
import { GroupRemarks } from './grouping/group-remarks.js';
import { LeaveGroup } from './grouping/leave-group.js';
import { SplitGroup } from './split-group.js';
import { SplitRemark } from './split-remark.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startConsiderationBed();
});
afterAll(() => bed.stop());

const [first, second] = ['Мерзімді қысқартуды сұраймын.', 'Прошу принимать заявления по почте.'];
const body = `${first} ${second}`;
let rows: DiscussionRows;
let officer: ReturnType<typeof officerOf>;

/** Five remarks, the first four of them group 1: two the same, one with other words at its end, one withdrawn. */
beforeEach(async () => {
  const remarks = [{ body }, { body }, { body: `Қайырлы күн! ${first}` }, { body, kind: 'PROPOSAL' as const }, {}];
  rows = await insertDiscussion(bed.database, { remarks });
  officer = officerOf(rows.bodyId);
  const numbers = rows.remarks.slice(0, 4).map(({ number }) => number);
  await bed.get(GroupRemarks).execute({ discussionId: rows.discussionId, numbers }, officer);
});

const remarkId = (index: number) => rows.remarks[index]?.id ?? '';
const decide = (more: Partial<DecideGroupInput> = {}, actor = officer) =>
  bed.get(DecideGroup).execute({ discussionId: rows.discussionId, no: 1, ...refusal, ...more }, actor);
const outcomesOf = async (index: number) =>
  (await bed.get(DecisionsOf).current(remarkId(index))).map(({ point, outcome }) => [point, outcome]);
const split = () => {
  const points = [
    [{ part: 'TEXT', startsAt: 0, quote: first }],
    [{ part: 'TEXT', startsAt: Array.from(first).length + 1, quote: second }],
  ] as const;
  return bed.get(SplitGroup).execute({ discussionId: rows.discussionId, no: 1, points }, officer);
};

describe('a group', () => {
  it('REQ-44: is answered once; each member has the decision, and one entry of the ledger tells of all', async () => {
    expect(await decide()).toBe(4);
    for (const index of [0, 1, 2, 3]) expect(await outcomesOf(index)).toEqual([[1, 'NOT_TAKEN_INTO_ACCOUNT']]);
    expect(await outcomesOf(4)).toEqual([]);
    expect(await bed.get(ConsiderationProgress).of(rows.discussionId)).toMatchObject({ decided: 4, undecided: 1 });
    const entries = await bed.database.query<{ data: Record<string, unknown> }>(
      `select data::json as data from ledger_entry where act = 'group.decided' and data::json->>'discussionId' = $1`,
      [rows.discussionId],
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]?.data).toMatchObject({
      no: 1,
      point: 1,
      standing: 4,
      decided: 4,
      outcome: 'NOT_TAKEN_INTO_ACCOUNT',
    });
    expect(entries[0]?.data['membersSha256']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is answered anew: only who has another decision gets a new one', async () => {
    await decide();
    expect(await decide()).toBe(0);
    expect(await decide({ groundRu: 'Это предусмотрено пунктом 2 проекта.' })).toBe(4);
    expect((await bed.get(DecisionsOf).history(remarkId(0))).map(({ version }) => version)).toEqual([2, 1]);
  });

  it('passes by who withdrew', async () => {
    await bed.database.query(`update remark set state = 'HIDDEN' where id = $1`, [remarkId(0)]);
    expect(await decide()).toBe(3);
    expect(await outcomesOf(0)).toEqual([]);
  });

  it('REQ-51: is split into points, quoted where a member has these very words', async () => {
    expect(await split()).toBe(7);
    const quotes = async (index: number) =>
      (await bed.get(PointsOf).execute(remarkId(index))).map(({ spans }) => spans.map(({ startsAt }) => startsAt));
    const startsAt = Array.from(first).length + 1;
    expect(await quotes(0)).toEqual([[0], [startsAt]]);
    expect(await quotes(2)).toEqual([[13], []]);
    await decide({ point: 2 });
    await decide({
      point: 1,
      ...acceptance,
      noChangeKk: 'Жобада бар, өзгеріс керек емес.',
      noChangeRu: 'Уже есть в проекте.',
    });
    expect(await outcomesOf(2)).toEqual([
      [1, 'TAKEN_INTO_ACCOUNT'],
      [2, 'NOT_TAKEN_INTO_ACCOUNT'],
    ]);
  });

  it('is confirmed by a second officer at once', async () => {
    await decide();
    const confirm = (actor = officer) =>
      bed.get(ConfirmGroupDecisions).execute({ discussionId: rows.discussionId, no: 1 }, actor);
    expect(await codeOf(confirm())).toBe('not-allowed');
    expect(await confirm(officerOf(rows.bodyId))).toBe(4);
    expect(await confirm(officerOf(rows.bodyId))).toBe(0);
  });
});

describe('is refused', () => {
  it('an answer, a split and a confirmation of one remark of a group, until it leaves', async () => {
    const alone = () => bed.get(DecideRemark).execute({ remarkId: remarkId(0), ...refusal }, officer);
    const many = bed.get(DecideRemarks).execute({ remarkIds: [remarkId(4), remarkId(1)], ...refusal }, officer);
    expect(await codeOf(many)).toBe('wrong-state');
    expect(await outcomesOf(4)).toEqual([]);
    await expect(alone()).rejects.toMatchObject({ code: 'wrong-state', details: { groupNo: 1 } });
    expect(await codeOf(bed.get(SplitRemark).execute({ remarkId: remarkId(0), points: [[]] }, officer))).toBe(
      'wrong-state',
    );
    expect(await codeOf(bed.get(ConfirmDecisions).execute({ remarkIds: [remarkId(0)] }, officer))).toBe('wrong-state');
    const number = rows.remarks[0]?.number ?? '';
    await bed.get(LeaveGroup).execute({ discussionId: rows.discussionId, no: 1, number }, officer);
    expect(await alone()).toBe(1);
  });

  it('a group split apart, and named who parts', async () => {
    const [number] = [rows.remarks[1]?.number ?? ''];
    await bed.get(LeaveGroup).execute({ discussionId: rows.discussionId, no: 1, number }, officer);
    const points = [
      [{ part: 'TEXT', startsAt: 0, quote: first }],
      [{ part: 'TEXT', startsAt: 30, quote: 'Прошу' }],
    ] as const;
    await bed.get(SplitRemark).execute({ remarkId: remarkId(1), points }, officer);
    await bed.database.query(
      `insert into remark_group_member (group_id, remark_id)
       select id, $2 from remark_group where discussion_id = $1`,
      [rows.discussionId, remarkId(1)],
    );
    await expect(decide()).rejects.toMatchObject({ code: 'wrong-state', details: { numbers: [number] } });
    expect(await split()).toBe(7);
    expect(await decide({ point: 2 })).toBe(4);
  });

  it.each([
    ['a point that is not there', { point: 2 }, 'invalid-input'],
    ['a short ground', { groundKk: 'Жоқ.' }, 'invalid-input'],
    ['a group that is not there', { no: 2 }, 'not-found'],
    ['another look than was seen', { seen: 'x' }, 'conflict'],
  ] as const)('%s', async (_, more, code) => {
    expect(await codeOf(decide(more))).toBe(code);
    expect(await outcomesOf(0)).toEqual([]);
  });

  it('another body, and a signer', async () => {
    expect(await codeOf(decide({}, officerOf(newId())))).toBe('not-found');
    expect(await codeOf(decide({}, officerOf(rows.bodyId, 'signer')))).toBe('not-allowed');
  });
});

describe('the preview', () => {
  it('tells who is affected, and its token holds until somebody decides', async () => {
    const preview = () => bed.get(AnswerPreview).ofGroup(rows.discussionId, 1, officer);
    const before = await preview();
    expect(before).toMatchObject({ remarks: 3, proposals: 1, texts: 2, decided: 0 });
    await decide({ seen: before.seen });
    expect(await preview()).toMatchObject({ decided: 4 });
    expect(await codeOf(decide({ seen: before.seen, groundRu: 'Это предусмотрено пунктом 2 проекта.' }))).toBe(
      'conflict',
    );
    expect(await codeOf(bed.get(AnswerPreview).ofGroup(rows.discussionId, 9, officer))).toBe('not-found');
    expect(await codeOf(bed.get(AnswerPreview).ofGroup(rows.discussionId, 1, officerOf(newId())))).toBe('not-found');
  });

  it('of chosen remarks leaves out those with a group or several points, and says why', async () => {
    const { leftOut, remarkIds, seen } = await bed
      .get(AnswerPreview)
      .ofRemarks(rows.discussionId, [remarkId(0), remarkId(4), newId(), 'x'], officer);
    expect(leftOut).toEqual([{ number: rows.remarks[0]?.number, why: 'in-group' }]);
    expect(remarkIds).toEqual([remarkId(4)]);
    await bed.get(DecideRemarks).execute({ remarkIds, ...refusal, seen }, officer);
    expect(await codeOf(bed.get(DecideRemarks).execute({ remarkIds, ...refusal, seen }, officer))).toBe('conflict');
  });
});
