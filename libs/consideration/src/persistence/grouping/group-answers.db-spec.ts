import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#lib/database';
import { insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { AnswerPreview } from '../../queries/answer-preview.js';
import { refusal, startConsiderationBed } from '../../testing/consideration-bed.js';
import { DecideGroup } from '../../use-cases/decide-group.js';
import { DissolveGroup } from '../../use-cases/grouping/dissolve-group.js';
import { GroupRemarks } from '../../use-cases/grouping/group-remarks.js';
import { SplitGroup } from '../../use-cases/split-group.js';
import { GroupsOfDiscussion } from '../../queries/grouping/groups-of-discussion.js';
import { groupAnswers } from './group-answers.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startConsiderationBed();
});
afterAll(() => bed.stop());

describe('groupAnswers', () => {
  it('tells of each group and point what stands there, and the same mark that a preview shows', async () => {
    const body = 'Бірінші. Екінші.';
    const rows = await insertDiscussion(bed.database, {
      remarks: [{ body }, { body }, { body: 'Бөлек' }, {}, {}, { body }],
    });
    const { discussionId } = rows;
    const officer = officerOf(rows.bodyId);
    const group = (...indexes: number[]) => {
      const numbers = indexes.map((index) => rows.remarks[index]?.number ?? '');
      return bed.get(GroupRemarks).execute({ discussionId, numbers }, officer);
    };
    await group(0, 1, 2);
    await group(3, 4);
    const answers = () => groupAnswers(bed.get(Database), discussionId, [1, 2, 9]);
    const none = { standing: 3, decided: 0, isAlike: false, isSplitApart: false, position: 1 };
    expect(await answers()).toMatchObject([
      { ...none, no: 1, representativeId: rows.remarks[0]?.id },
      { ...none, no: 2, standing: 2 },
    ]);
    const points = ['Бірінші.', 'Екінші.'].map((quote) => [
      { part: 'TEXT' as const, startsAt: body.indexOf(quote), quote },
    ]);
    await bed.get(SplitGroup).execute({ discussionId, no: 1, points }, officer);
    await bed.get(DecideGroup).execute({ discussionId, no: 1, point: 2, ...refusal }, officer);
    const [first, second] = await answers();
    expect([first, second]).toMatchObject([
      { no: 1, position: 1, decided: 0, isAlike: false },
      { no: 1, position: 2, decided: 3, isAlike: true },
    ]);
    for (const answer of [first, second]) {
      const { seen } = await bed.get(AnswerPreview).ofGroup(discussionId, 1, officer, answer?.position);
      expect(answer?.seen).toBe(seen);
    }
    await bed.database.query(
      `update point set retired_at = '2016-07-05T06:00:00Z' where remark_id = $1 and position = 2`,
      [rows.remarks[1]?.id],
    );
    expect((await answers()).filter(({ no }) => no === 1)).toMatchObject([
      { isSplitApart: true },
      { isSplitApart: true, decided: 2, isAlike: false },
    ]);
    const { seen } = await bed.get(GroupsOfDiscussion).one(discussionId, 2, officer);
    await bed.get(DissolveGroup).execute({ discussionId, no: 2, seen }, officer);
    expect((await answers()).map(({ no }) => no)).toEqual([1, 1]);
  });
});
