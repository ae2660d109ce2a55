import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConsiderationProgress, DecideRemark, type DecideRemarkInput, GroupRemarks } from '#lib/consideration';
import { readXlsx } from '#lib/documents';
import { translator } from '#lib/localisation';
import { officerOf } from '#lib/testing';
import { answerIn, type EditedWorkbook } from '../../../libs/sheets/src/testing/index.js';
import { as } from './letter-scene.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { revisedClauses, saveVersion } from './revised-scene.js';
import { openScene, signIn } from './scene.js';
import {
  closedScene,
  press,
  savedSheet,
  seenIn,
  sendSheet,
  type SheetScene,
  signReport,
  wrongFiles,
} from './sheet-scene.js';

const t = translator('ru');

let portal: PortalUnderTest;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

const page = ({ discussionId }: { readonly discussionId: string }) => `/ru/officer/discussions/${discussionId}/sheet`;
const show = (scene: SheetScene, address: string) => portal.get(address, as(scene.sessions.officer));
const upload = async (scene: SheetScene, sheet: EditedWorkbook) => {
  const answer = await sendSheet(portal, scene.sessions.officer, page(scene), await sheet.save());
  expect([answer.statusCode, answer.body]).toEqual([303, '']);
  return String(answer.headers.location);
};
const decided = async ({ discussionId }: SheetScene) =>
  (await portal.app.get(ConsiderationProgress, { strict: false }).of(discussionId)).decided;
const refusal = {
  outcome: 'NOT_TAKEN_INTO_ACCOUNT',
  reasonCode: 'ALREADY_PROVIDED',
  groundKk: 'Жобаның үшінші бөлімінде көзделген.',
  groundRu: 'Предусмотрено третьим разделом проекта.',
} as const;

async function decide(scene: SheetScene, index: number, over: Partial<DecideRemarkInput> = {}): Promise<void> {
  const [row] = await portal.database.query<{ id: string }>('select id from remark where number = $1', [
    scene.numbers[index],
  ]);
  const act = portal.app.get(DecideRemark, { strict: false });
  await act.execute({ remarkId: row?.id ?? '', ...refusal, ...over }, officerOf(scene.bodyId));
}

describe('the consideration as a sheet (REQ-50-56)', () => {
  it('goes out by the page, comes back, is shown before anything is written, and is applied once', async () => {
    const scene = await closedScene(portal, 3);
    const queue = await show(scene, `/ru/officer/discussions/${scene.discussionId}/queue`);
    expect(queue.body).toContain(`href="${page(scene)}"`);
    const dossier = await show(scene, `/ru/officer/procedures/${scene.procedureId}`);
    expect(dossier.body).toContain(`href="${page(scene)}"`);
    const form = await show(scene, page(scene));
    expect(form.body).toContain(`action="${page(scene)}/file"`);
    const saved = await show(scene, `${page(scene)}/file?in=ru&undecided=1`);
    expect(saved.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'cache-control': 'no-store',
      'content-disposition': expect.stringContaining('attachment'),
    });
    expect(JSON.stringify((await readXlsx(saved.rawPayload))[0]?.rows.map(({ cells }) => [...cells]))).not.toContain(
      'Құпия',
    );
    const sheet = await savedSheet(portal, scene);
    answerIn(sheet, 2, { observations: '<b>Сравнить с первым</b>' });
    answerIn(sheet, 3, { 'ground-kk': { formula: 'HYPERLINK("http://evil.example")', shows: 'Жақсы негіздеме.' } });
    const shown = await upload(scene, sheet);
    const plan = await show(scene, shown);
    expect(plan.body).toContain(t('sheet.count.NEW', { count: 1 }));
    expect(plan.body).toContain(t('sheet.count.ERROR', { count: 1 }));
    expect(plan.body).toContain(`${sheet.lettersOf('ground-kk')}3: ${t('sheet.fault.formula')}`);
    expect(plan.body).not.toContain('<b>Сравнить');
    expect(plan.body).not.toContain('evil.example');
    expect((await show(scene, `${shown}?show=ERROR`)).body).not.toContain(scene.numbers[0]);
    expect(await decided(scene)).toBe(0);
    const apply = () => press(portal, scene.sessions.officer, `${shown}/application`, { seen: seenIn(plan.body) });
    expect((await apply()).headers.location).toBe(`${shown}?done=now`);
    expect(await decided(scene)).toBe(1);
    expect((await show(scene, `${shown}?done=now`)).body).toContain(
      t('sheet.done', { added: 1, changed: 0, notes: 1 }),
    );
    expect((await apply()).headers.location).toBe(`${shown}?done=before`);
    expect((await show(scene, `${shown}?done=before`)).body).toContain(t('sheet.done-before'));
    expect((await show(scene, page(scene))).body).toContain(`href="${shown}"`);
  });

  it('shows both sides of a conflict and keeps the decision made meanwhile; a changed plan is looked at again', async () => {
    const scene = await closedScene(portal, 3);
    const sheet = await savedSheet(portal, scene);
    for (const row of [2, 3, 4]) answerIn(sheet, row, {});
    const shown = await upload(scene, sheet);
    const seen = seenIn((await show(scene, shown)).body);
    await decide(scene, 0);
    const again = await press(portal, scene.sessions.officer, `${shown}/application`, { seen });
    expect(again.statusCode).toBe(409);
    for (const text of [t('sheet.changed'), t('sheet.conflict.decided'), refusal.groundRu, t('sheet.conflict-means')])
      expect(again.body).toContain(text);
    expect(await decided(scene)).toBe(1);
    await press(portal, scene.sessions.officer, `${shown}/application`, { seen: seenIn(again.body) });
    expect(await decided(scene)).toBe(3);
    const [row] = await portal.database.query<{ ground: string; version: number }>(
      `select d.ground_ru as ground, d.version from decision d join point p on p.id = d.point_id join remark r on r.id = p.remark_id
        where r.number = $1 and d.superseded_at is null`,
      [scene.numbers[0]],
    );
    expect(row).toEqual({ ground: refusal.groundRu, version: 1 });
  });

  it('names the clauses that a decision changed, also one that is not in the latest text any more (REQ-52)', async () => {
    const scene = await closedScene(portal, 1);
    await saveVersion(portal, scene, revisedClauses(scene));
    const changedClauses = [scene.clauses[2] ?? '', scene.clauses[4] ?? ''];
    await decide(scene, 0, { outcome: 'TAKEN_INTO_ACCOUNT', reasonCode: 'ACCEPTED', changedClauses });
    const { body } = await show(scene, await upload(scene, await savedSheet(portal, scene)));
    const name = (label: string) => t('draft.clause', { label });
    const clauses = `${t('decide.removed-clause', { name: name('2') })}; ${name('1')}`;
    for (const id of changedClauses) expect(body).not.toContain(id);
    expect(body).toContain(t('sheet.clauses-named', { clauses }));
  });

  it('leaves a remark alone that was grouped meanwhile: it is answered with its group (REQ-44)', async () => {
    const scene = await closedScene(portal, 3);
    const sheet = await savedSheet(portal, scene);
    for (const row of [2, 4]) answerIn(sheet, row, {});
    const numbers = scene.numbers.slice(0, 2);
    await portal.app
      .get(GroupRemarks, { strict: false })
      .execute({ discussionId: scene.discussionId, numbers }, officerOf(scene.bodyId));
    const shown = await upload(scene, sheet);
    const plan = await show(scene, shown);
    expect(plan.body).toContain(t('sheet.conflict.grouped'));
    await press(portal, scene.sessions.officer, `${shown}/application`, { seen: seenIn(plan.body) });
    expect(await decided(scene)).toBe(1);
    const anew = answerIn(await savedSheet(portal, scene), 2, {});
    const second = await upload(scene, anew);
    const body = (await show(scene, second)).body;
    expect(body).toContain(t('sheet.group', { no: 1, count: 2 }));
    await press(portal, scene.sessions.officer, `${second}/application`, { seen: seenIn(body) });
    expect(await decided(scene)).toBe(3);
  });
});

describe('a sheet that is refused', () => {
  it('says what is wrong with the file and what to do, and keeps nothing of it', async () => {
    const scene = await closedScene(portal, 1);
    const files = await wrongFiles(() => savedSheet(portal, scene));
    for (const [fault, content] of Object.entries(files)) {
      const answer = await sendSheet(portal, scene.sessions.officer, page(scene), content);
      const told = t(`sheet.refused.${fault}` as 'sheet.refused.too-many-rows', { limit: 5_000, megabytes: 10 });
      expect([fault, answer.statusCode, answer.body.includes(told)]).toEqual([fault, 422, true]);
    }
    const tooBig = await sendSheet(portal, scene.sessions.officer, page(scene), Buffer.alloc(10 * 1024 * 1024 + 1));
    expect(tooBig.body).toContain(t('sheet.refused.too-big', { megabytes: 10 }));
    const none = await sendSheet(portal, scene.sessions.officer, page(scene), null);
    expect([none.statusCode, none.body.includes(t('sheet.file-missing'))]).toEqual([422, true]);
    const bare = await press(portal, scene.sessions.officer, page(scene));
    expect([bare.statusCode, bare.body.includes(t('sheet.file-missing'))]).toEqual([422, true]);
    expect((await show(scene, page(scene))).body).toContain(t('sheet.own-none'));
  });

  it('is another discussion’s, another body’s, a colleague’s, or of who is no officer', async () => {
    const [scene, other] = [await closedScene(portal, 1), await closedScene(portal, 1)];
    const foreign = await (await savedSheet(portal, other)).save();
    const answer = await sendSheet(portal, scene.sessions.officer, page(scene), foreign);
    expect(answer.body).toContain(t('sheet.refused.other-discussion'));
    const shown = await upload(scene, answerIn(await savedSheet(portal, scene), 2, {}));
    const { officer, stranger, signer, administrator } = scene.sessions;
    const content = await (await savedSheet(portal, scene)).save();
    expect((await sendSheet(portal, stranger, page(scene), content)).statusCode).toBe(404);
    expect((await sendSheet(portal, administrator, page(scene), content)).statusCode).toBe(403);
    for (const session of [stranger, signer]) {
      expect((await portal.get(shown, as(session))).statusCode).toBe(404);
      expect((await press(portal, session, `${shown}/application`, { seen: '' })).statusCode).toBe(404);
    }
    expect((await portal.get(`${page(scene)}/file`, as(stranger))).statusCode).toBe(404);
    const without = await portal.send('POST', `${shown}/application`, as(officer));
    expect(without.statusCode).toBe(403);
    expect((await portal.get(page(scene))).statusCode).toBe(303);
    expect(await decided(scene)).toBe(0);
  });

  it('is not taken before the close, nor once the report is signed', async () => {
    const open = await openScene(portal);
    const session = await signIn(portal, open.officer);
    const early = await portal.get(page(open), as(session));
    expect([early.statusCode, early.body.includes('type="file"')]).toEqual([200, false]);
    const scene = await closedScene(portal, 1);
    const content = await answerIn(await savedSheet(portal, scene), 2, {}).save();
    expect((await sendSheet(portal, session, page(open), content)).statusCode).toBe(409);
    await decide(scene, 0);
    const sheet = answerIn(await savedSheet(portal, scene), 2, { 'ground-ru': 'Предусмотрено другим разделом.' });
    const shown = await upload(scene, sheet);
    const seen = seenIn((await show(scene, shown)).body);
    await signReport(portal, scene);
    const late = await press(portal, scene.sessions.officer, `${shown}/application`, { seen });
    expect([late.statusCode, late.body.includes(t('error.report-frozen'))]).toEqual([409, true]);
    expect((await sendSheet(portal, scene.sessions.officer, page(scene), await sheet.save())).statusCode).toBe(409);
  });
});
