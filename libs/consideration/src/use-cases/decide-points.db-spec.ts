import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DiscussionRows, insertDiscussion, officerOf, type TestBed } from '#lib/testing';
import { DecisionsOf } from '../queries/decisions-of.js';
import { acceptance, codeOf, refusal, startConsiderationBed } from '../testing/consideration-bed.js';
import { DecidePoints, type PointDecision } from './decide-points.js';
import { DecideRemark } from './decide-remark.js';
import { GroupRemarks } from './grouping/group-remarks.js';
import { SplitRemark } from './split-remark.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startConsiderationBed();
});
afterAll(() => bed.stop());

const decisionsIn = async ({ discussionId }: DiscussionRows) => {
  const [row] = await bed.database.query<{ decisions: number; acts: number }>(
    `select (select count(*)::int from decision d join point p on p.id = d.point_id join remark r on r.id = p.remark_id
              where r.discussion_id = $1) as decisions,
            (select count(*)::int from ledger_entry e join remark r on r.id::text = e.subject_id::text
              where e.act = 'decision.made' and r.discussion_id = $1) as acts`,
    [discussionId],
  );
  return row;
};
const on = ({ remarks }: DiscussionRows, index: number, over: Partial<PointDecision> = {}): PointDecision => ({
  remarkId: remarks[index]?.id ?? '',
  point: 1,
  ...refusal,
  ...over,
});

describe('DecidePoints', () => {
  it('makes a decision of its own on each point, superseding what stood there, and tells the ledger of each', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: [{ body: 'Бірінші. Екінші.' }, {}, {}] });
    const officer = officerOf(rows.bodyId);
    const points = [
      [{ part: 'TEXT', startsAt: 0, quote: 'Бірінші.' }],
      [{ part: 'TEXT', startsAt: 9, quote: 'Екінші.' }],
    ] as const;
    await bed.get(SplitRemark).execute({ remarkId: rows.remarks[0]?.id ?? '', points }, officer);
    await bed.get(DecideRemark).execute(on(rows, 1), officer);
    const accepted = { ...acceptance, changedClauses: rows.clauses.slice(0, 2) };
    await bed
      .get(DecidePoints)
      .execute(
        [
          on(rows, 0, { point: 2, ...accepted }),
          on(rows, 0, { groundKk: 'Бірінші тармаққа жауап: "жоқ", \\ {a}' }),
          on(rows, 1, { ...acceptance, noChangeKk: 'Мәтін онсыз да солай дейді.', noChangeRu: 'Текст уже таков.' }),
          on(rows, 2),
        ],
        officer,
      );
    const current = await Promise.all(rows.remarks.map(({ id }) => bed.get(DecisionsOf).current(id)));
    expect(current.flat().map(({ point, version, outcome }) => [point, version, outcome])).toEqual([
      [1, 1, 'NOT_TAKEN_INTO_ACCOUNT'],
      [2, 1, 'TAKEN_INTO_ACCOUNT'],
      [1, 2, 'TAKEN_INTO_ACCOUNT'],
      [1, 1, 'NOT_TAKEN_INTO_ACCOUNT'],
    ]);
    expect(current[0]?.map(({ changedClauses }) => changedClauses)).toEqual([[], rows.clauses.slice(0, 2)]);
    expect(current[0]?.[0]?.groundKk).toBe('Бірінші тармаққа жауап: "жоқ", \\ {a}');
    expect(current[1]?.[0]).toMatchObject({ noChangeKk: 'Мәтін онсыз да солай дейді.', changedClauses: [] });
    expect(await decisionsIn(rows)).toEqual({ decisions: 5, acts: 5 });
  });

  it.each([
    ['a ground that is too short', { groundKk: 'Жоқ.' }, 'invalid-input'],
    ['a reason of another outcome', { reasonCode: 'ACCEPTED' }, 'invalid-input'],
    ['a point that is not there', { point: 2 }, 'invalid-input'],
    ['the same point again', { remarkId: 'first' }, 'invalid-input'],
    ['a remark that is none', { remarkId: 'x' }, 'not-found'],
  ])('makes none of them for %s', async (_name, over: Partial<PointDecision>, code) => {
    const rows = await insertDiscussion(bed.database, { remarks: 2 });
    const wrong = on(rows, 1, over.remarkId === 'first' ? { remarkId: rows.remarks[0]?.id } : over);
    const work = bed.get(DecidePoints).execute([on(rows, 0), wrong], officerOf(rows.bodyId));
    expect(await codeOf(work)).toBe(code);
    expect(await decisionsIn(rows)).toEqual({ decisions: 0, acts: 0 });
  });

  it('is for officers of the body, after the close, on remarks that stand alone', async () => {
    const rows = await insertDiscussion(bed.database, { remarks: [{}, {}, {}, { state: 'WITHDRAWN' }] });
    const officer = officerOf(rows.bodyId);
    const decide = (actor: Parameters<DecidePoints['execute']>[1], index = 0, of = rows) =>
      codeOf(bed.get(DecidePoints).execute([on(of, index)], actor));
    expect(await decide({ kind: 'citizen' })).toBe('not-found');
    expect(await decide(officerOf((await insertDiscussion(bed.database)).bodyId))).toBe('not-found');
    expect(await decide(officerOf(rows.bodyId, 'signer'))).toBe('not-allowed');
    expect(await decide(officer, 3)).toBe('wrong-state');
    const numbers = rows.remarks.slice(1, 3).map(({ number }) => number);
    await bed.get(GroupRemarks).execute({ discussionId: rows.discussionId, numbers }, officer);
    expect(await decide(officer, 1)).toBe('wrong-state');
    const open = await insertDiscussion(bed.database, { state: 'OPEN', remarks: 1 });
    expect(await decide(officerOf(open.bodyId), 0, open)).toBe('wrong-state');
    expect(await codeOf(bed.get(DecidePoints).execute([], officer))).toBe('invalid-input');
    expect(await decisionsIn(rows)).toEqual({ decisions: 0, acts: 0 });
  });
});
