import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readXlsx } from '#lib/documents';
import { newId } from '#lib/kernel';
import { answerIn, EditedWorkbook } from '../../../libs/sheets/src/testing/index.js';
import { as } from './letter-scene.js';
import { multipartForm } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { type Session } from './scene.js';
import { closedScene, sendSheet, type SheetScene, signReport, wrongFiles } from './sheet-scene.js';

let portal: PortalUnderTest;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

interface Import {
  readonly id: string;
  readonly appliedAt: string | null;
  readonly plan: {
    readonly seen: string;
    readonly counts: Record<string, number>;
    readonly items: readonly { readonly row: number; readonly kind: string; readonly conflict: string | null }[];
    readonly next?: string;
  };
}

const url = ({ discussionId }: SheetScene) => `/api/v1/discussions/${discussionId}/sheet`;
const read = (scene: SheetScene, address: string) => portal.get(address, as(scene.sessions.officer));
const post = (session: Session, address: string, payload: object = {}) =>
  portal.send('POST', address, { headers: session.headers, payload });
const saved = async (scene: SheetScene) =>
  EditedWorkbook.of((await read(scene, `${url(scene)}?language=ru`)).rawPayload);
const upload = async (scene: SheetScene, content: Buffer, session = scene.sessions.officer) =>
  sendSheet(portal, session, `${url(scene)}/imports`, content);
async function imported(scene: SheetScene, sheet: EditedWorkbook): Promise<Import> {
  const answer = await upload(scene, await sheet.save());
  expect(answer.statusCode).toBe(201);
  return answer.json<Import>();
}
const problem = ({ statusCode, headers, json }: Awaited<ReturnType<typeof post>>) => {
  expect(headers['content-type']).toContain('application/problem+json');
  return [statusCode, json<{ code: string }>().code];
};

describe('the sheet by the API', () => {
  it('goes out, comes back with what it would do page by page, and is applied once', async () => {
    const scene = await closedScene(portal, 3);
    const sheet = await saved(scene);
    expect(sheet.rows.map((_, at) => sheet.text(at + 2, 'number'))).toEqual(scene.numbers);
    answerIn(sheet, 2, {});
    sheet.type(3, 'decision', { formula: '1+1', shows: 'Учтено' });
    const made = await imported(scene, sheet);
    const address = `${url(scene)}/imports/${made.id}`;
    expect(made).toMatchObject({
      appliedAt: null,
      plan: {
        counts: { NEW: 1, UNCHANGED: 1, ERROR: 1, notes: 0 },
        items: [
          {
            row: 2,
            kind: 'NEW',
            number: scene.numbers[0],
            decision: { reasonCode: 'ALREADY_PROVIDED' },
            inForce: null,
          },
          { row: 3, kind: 'ERROR', faults: [{ address: `${sheet.lettersOf('decision')}3`, fault: 'formula' }] },
          { row: 4, kind: 'UNCHANGED', decision: null },
        ],
      },
    });
    const first = (await read(scene, `${address}?size=2`)).json<Import>();
    expect([first.plan.items.map(({ row }) => row), first.plan.next]).toEqual([[2, 3], '3']);
    expect((await read(scene, `${address}?size=2&after=3`)).json<Import>().plan.items.map(({ row }) => row)).toEqual([
      4,
    ]);
    expect((await read(scene, `${address}?kind=ERROR`)).json<Import>().plan.items.map(({ row }) => row)).toEqual([3]);
    for (const wrong of ['after=x', 'kind=WRONG', 'other=1'])
      expect(problem(await read(scene, `${address}?${wrong}`))).toEqual([400, 'invalid-input']);
    const { seen } = made.plan;
    for (const payload of [{}, { seen: 'x' }, { seen, other: 1 }])
      expect(problem(await post(scene.sessions.officer, `${address}/application`, payload))).toEqual([
        400,
        'invalid-input',
      ]);
    const apply = () => post(scene.sessions.officer, `${address}/application`, { seen });
    const done = await apply();
    expect([done.statusCode, done.json()]).toMatchObject([200, { isRepeated: false, outcome: { NEW: 1, ERROR: 1 } }]);
    expect((await apply()).json()).toEqual({ ...done.json<object>(), isRepeated: true });
    expect((await read(scene, address)).json()).toMatchObject({ plan: null, outcome: { NEW: 1 } });
    expect((await read(scene, `${url(scene)}/imports`)).json()).toMatchObject([{ id: made.id }]);
  });

  it('exports no sender and no formula, and takes the filter of the queue', async () => {
    const scene = await closedScene(portal, 2);
    const all = await read(scene, url(scene));
    const sheets = await readXlsx(all.rawPayload);
    const everything = JSON.stringify(sheets.map(({ rows }) => rows.map(({ cells }) => [...cells.values()])));
    expect(everything).not.toMatch(/Құпия|qupia/);
    expect(everything).not.toContain('"isFormula":true');
    const rowsOf = async (query: string) =>
      (await EditedWorkbook.of((await read(scene, `${url(scene)}?${query}`)).rawPayload)).rows.length;
    expect(await rowsOf('kind=REMARK&undecidedOnly=true')).toBe(2);
    expect(await rowsOf('kind=PROPOSAL')).toBe(0);
    expect(await rowsOf('clause=whole-draft')).toBe(0);
    for (const wrong of ['language=de', 'clause=x', 'kind=LAW'])
      expect(problem(await read(scene, `${url(scene)}?${wrong}`))).toEqual([400, 'invalid-input']);
  });

  it('refuses to apply what is not as it was seen, and then tells the conflict', async () => {
    const scene = await closedScene(portal, 2);
    const sheet = answerIn(answerIn(await saved(scene), 2, {}), 3, {});
    const { id, plan } = await imported(scene, sheet);
    const rival = answerIn(await saved(scene), 2, { 'ground-ru': 'Предусмотрено другим разделом проекта.' });
    const other = await imported(scene, rival);
    const applied = `${url(scene)}/imports/${other.id}/application`;
    expect((await post(scene.sessions.officer, applied, { seen: other.plan.seen })).statusCode).toBe(200);
    const address = `${url(scene)}/imports/${id}`;
    const stale = await post(scene.sessions.officer, `${address}/application`, { seen: plan.seen });
    expect(problem(stale)).toEqual([409, 'conflict']);
    const now = (await read(scene, address)).json<Import>();
    expect(now.plan.items).toMatchObject([
      {
        kind: 'CONFLICT',
        conflict: 'decided',
        inForce: { version: 1, groundRu: 'Предусмотрено другим разделом проекта.' },
      },
      { kind: 'NEW' },
    ]);
    const again = await post(scene.sessions.officer, `${address}/application`, { seen: now.plan.seen });
    expect(again.json()).toMatchObject({ outcome: { NEW: 1, CONFLICT: 1 } });
  });

  it('refuses files that are no such sheet, with the fault', async () => {
    const scene = await closedScene(portal, 1);
    for (const [fault, content] of Object.entries(await wrongFiles(() => saved(scene)))) {
      const answer = await upload(scene, content);
      expect([problem(answer), answer.json()]).toMatchObject([[422, 'import-refused'], { details: { fault } }]);
    }
    const empty = multipartForm({ other: 'x' });
    const headers = { ...empty.headers, ...scene.sessions.officer.headers };
    const none = await portal.send('POST', `${url(scene)}/imports`, { ...empty, headers });
    expect([problem(none), none.json()]).toMatchObject([[400, 'invalid-input'], { details: { field: 'sheet' } }]);
    expect((await read(scene, `${url(scene)}/imports`)).json()).toEqual([]);
  });

  it('is for officers of the body alone, and stops at the signature', async () => {
    const scene = await closedScene(portal, 1);
    const { stranger, signer, administrator, officer } = scene.sessions;
    const content = await answerIn(await saved(scene), 2, {}).save();
    const { id, plan } = (await upload(scene, content)).json<Import>();
    const address = `${url(scene)}/imports/${id}`;
    const body = { seen: plan.seen };
    expect(problem(await upload(scene, content, stranger))).toEqual([404, 'not-found']);
    expect(problem(await upload(scene, content, administrator))).toEqual([403, 'not-allowed']);
    for (const session of [stranger, signer]) {
      expect(problem(await portal.get(address, as(session)))).toEqual([404, 'not-found']);
      expect(problem(await post(session, `${address}/application`, body))).toEqual([404, 'not-found']);
    }
    expect(problem(await portal.get(url(scene), as(stranger)))).toEqual([404, 'not-found']);
    expect(problem(await portal.get(url(scene)))).toEqual([401, 'not-signed-in']);
    expect(problem(await post(officer, `${url(scene)}/imports/${newId()}/application`, body))).toEqual([
      404,
      'not-found',
    ]);
    const second = (await upload(scene, content)).json<Import>();
    expect((await post(officer, `${address}/application`, body)).statusCode).toBe(200);
    await signReport(portal, scene);
    const changed = answerIn(await saved(scene), 2, { 'ground-ru': 'Предусмотрено другим разделом проекта.' });
    expect(problem(await upload(scene, await changed.save()))).toEqual([409, 'report-frozen']);
    const late = await post(officer, `${url(scene)}/imports/${second.id}/application`, { seen: second.plan.seen });
    expect(problem(late)).toEqual([409, 'report-frozen']);
  });
});
