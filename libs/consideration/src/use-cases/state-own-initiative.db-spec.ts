import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, insertDraftVersion, officerOf, type TestBed } from '#lib/testing';
import { ChangeTrace } from '../queries/change-trace.js';
import { acceptance, codeOf, startConsiderationBed } from '../testing/consideration-bed.js';
import { DecideRemark } from './decide-remark.js';
import { StateOwnInitiative } from './state-own-initiative.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startConsiderationBed();
});
afterAll(() => bed.stop());

const reason = {
  nature: 'EDITORIAL',
  reasonKk: 'Емле қатесі түзетілді, мағынасы өзгерген жоқ.',
  reasonRu: 'Исправлена опечатка, смысл не изменился.',
} as const;
const state = (rows: DiscussionRows, clause: string | undefined, actor = officerOf(rows.bodyId), more: object = {}) =>
  bed
    .get(StateOwnInitiative)
    .execute({ discussionId: rows.discussionId, clause: clause ?? '', ...reason, ...more }, actor);
const trace = (rows: DiscussionRows, actor = officerOf(rows.bodyId)) =>
  bed.get(ChangeTrace).of(rows.discussionId, actor);

/** Both clauses reworded and a third added. */
async function revised(): Promise<DiscussionRows & { added: string }> {
  const rows = await insertDiscussion(bed.database, { remarks: 2 });
  const [, , added = ''] = await insertDraftVersion(bed.database, rows.procedureId, newId(), 2, [
    { lineageId: rows.clauses[0], text: 'Мерзімі – үш жұмыс күні | Срок – три рабочих дня' },
    { lineageId: rows.clauses[1], text: 'Нысаны: электрондық | Форма: электронная' },
    { text: 'Ақысыз | Бесплатно' },
  ]);
  return { ...rows, added };
}

describe('what stands behind a changed clause (AMB-14, REQ-52, REQ-76)', () => {
  it('is nothing at first, then the accepted points that name it, or an own initiative', async () => {
    const rows = await revised();
    expect((await trace(rows)).map(({ change, isTraced }) => [change, isTraced])).toEqual([
      ['changed', false],
      ['changed', false],
      ['added', false],
    ]);
    const decide = { remarkId: rows.remarks[1]?.id ?? '', ...acceptance, changedClauses: [...rows.clauses] };
    await bed.get(DecideRemark).execute(decide, officerOf(rows.bodyId));
    await state(rows, rows.added, officerOf(rows.bodyId), { nature: 'SUBSTANTIVE' });
    const [first, second, third] = await trace(rows);
    expect(first).toMatchObject({
      points: [{ number: rows.remarks[1]?.number, point: 1 }],
      pointsInAll: 1,
      isTraced: true,
    });
    expect(second?.isTraced).toBe(true);
    expect(third).toMatchObject({ ownInitiative: { ...reason, nature: 'SUBSTANTIVE' }, isTraced: true });
  });

  it('a later statement takes the place of the earlier, which is kept', async () => {
    const rows = await revised();
    await state(rows, rows.added);
    await state(rows, rows.added, officerOf(rows.bodyId), { nature: 'SUBSTANTIVE' });
    const kept = await bed.database.query<{ nature: string; current: boolean }>(
      'select nature, superseded_at is null as current from own_initiative where discussion_id = $1 order by version',
      [rows.discussionId],
    );
    expect(kept).toEqual([
      { nature: 'EDITORIAL', current: false },
      { nature: 'SUBSTANTIVE', current: true },
    ]);
    await expect(
      bed.database.query(`update own_initiative set nature = 'EDITORIAL' where discussion_id = $1`, [
        rows.discussionId,
      ]),
    ).rejects.toThrow();
  });

  it('is no business of another body, of a signer, of an open discussion, nor of a clause that stayed as it was', async () => {
    const rows = await revised();
    expect(await codeOf(trace(rows, officerOf(newId())))).toBe('not-found');
    expect(await codeOf(state(rows, rows.added, officerOf(newId())))).toBe('not-found');
    expect(await codeOf(state(rows, rows.added, officerOf(rows.bodyId, 'signer')))).toBe('not-allowed');
    expect(await codeOf(state(rows, newId()))).toBe('wrong-state');
    expect(await codeOf(state(rows, rows.added, officerOf(rows.bodyId), { reasonRu: 'Надо.' }))).toBe('invalid-input');
    const open = await insertDiscussion(bed.database, { state: 'OPEN' });
    expect(await codeOf(state(open, open.clauses[0]))).toBe('wrong-state');
  });
});
