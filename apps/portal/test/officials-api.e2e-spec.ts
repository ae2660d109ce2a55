import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { PublishReport } from '#lib/reports';
import { multipartForm } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { closeScene, makeReport, openScene, type Scene, sendRemark, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let officer: Session;
let signer: Session;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
  officer = await signIn(portal, scene.officer);
  signer = await signIn(portal, scene.signer);
});
afterAll(() => portal.stop());

const as = ({ headers }: Session, payload: object = {}) => ({ headers, payload });
const grounds = {
  groundKk: 'Мерзім заңда белгіленген, сондықтан қысқартылмайды.',
  groundRu: 'Срок установлен законом и потому не сокращается.',
};
const refusal = { outcome: 'NOT_TAKEN_INTO_ACCOUNT', reasonCode: 'CONTRADICTS_HIGHER_ACT', ...grounds };

describe('the session', () => {
  it('refuses a wrong password and an unknown address alike, and ends at sign-out', async () => {
    for (const email of [scene.officer.email, 'nobody@example.kz']) {
      const answer = await portal.send('POST', '/api/v1/session', { payload: { email, password: 'wrong password 1' } });
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'sign-in-failed']);
    }
    const session = await signIn(portal, scene.officer);
    expect((await portal.get(`/api/v1/procedures/${scene.procedureId}`, session)).statusCode).toBe(200);
    expect((await portal.send('DELETE', '/api/v1/session', session)).statusCode).toBe(204);
    expect((await portal.get(`/api/v1/procedures/${scene.procedureId}`, session)).statusCode).toBe(401);
  });
});

describe('a draft, from the dossier to its placement', () => {
  it('is created, saved, imported as a dry run and placed', async () => {
    const created = await portal.send(
      'POST',
      '/api/v1/procedures',
      as(officer, { kind: 'OTHER_DRAFT', title: { kk: 'Жоба', ru: 'Проект' }, profileFamily: 'kz-126-by-decision' }),
    );
    expect(created.statusCode).toBe(201);
    const { id, state } = created.json();
    expect(state).toBe('REGISTERED');
    const early = await portal.send(
      'POST',
      `/api/v1/procedures/${id}/discussion`,
      as(officer, { placements: [placement()] }),
    );
    expect([early.statusCode, early.json().code]).toEqual([422, 'placement-refused']);
    const clauses = [{ kind: 'CLAUSE', level: 1, label: '1.', text: { kk: 'Бір тармақ.', ru: 'Один пункт.' } }];
    const saved = await portal.send('POST', `/api/v1/procedures/${id}/versions`, as(officer, { clauses }));
    expect(saved.json()).toMatchObject({ version: 1, isNew: true });
    const dry = await importFiles(id, { dryRun: 'true' });
    expect([dry.statusCode, dry.json().isDryRun, dry.json().clauses.length]).toEqual([201, true, 2]);
    expect((await portal.get(`/api/v1/procedures/${id}/versions/latest`, officer)).json().version).toBe(1);
    const placed = await portal.send(
      'POST',
      `/api/v1/procedures/${id}/discussion`,
      as(officer, { placements: [placement()] }),
    );
    expect([placed.statusCode, placed.json().closeAt]).toEqual([201, null]);
    const second = await portal.send(
      'POST',
      `/api/v1/discussions/${placed.json().id}/placements`,
      as(officer, placement('OWN_RESOURCE')),
    );
    expect(second.json().closeAt).toMatch(/Z$/);
    expect((await portal.send('POST', `/api/v1/procedures/${id}/versions`, as(officer, { clauses }))).statusCode).toBe(
      409,
    );
  });

  it('says which clause is wrong, and refuses an unknown member of one', async () => {
    const clauses = [{ kind: 'CLAUSE', level: 1, label: '1.', text: { kk: 'а', ru: 'б' }, html: '<b>' }];
    const answer = await portal.send(
      'POST',
      `/api/v1/procedures/${scene.procedureId}/versions`,
      as(officer, { clauses }),
    );
    expect([answer.statusCode, answer.json().details.fields[0].field]).toEqual([400, 'clauses.0.html']);
  });

  it('refuses an import with an unknown part', async () => {
    const answer = await importFiles(scene.procedureId, { save: 'yes' });
    expect([answer.statusCode, answer.json().details.fields[0].field]).toEqual([400, 'save']);
  });
});

describe('consideration and the report', () => {
  it('goes from the queue by decisions to a signed and published report', async () => {
    const ours = await openScene(portal);
    const [own, ownSigner] = [await signIn(portal, ours.officer), await signIn(portal, ours.signer)];
    for (const text of ['Бірінші ескерту', 'Екінші ескерту', 'Үшінші ескерту']) await sendRemark(portal, ours, text);
    const queue = `/api/v1/discussions/${ours.discussionId}/queue`;
    const before = (await portal.get(`${queue}?undecidedOnly=true`, own)).json();
    expect(before.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'UNDECIDED',
      'UNDECIDED',
      'UNDECIDED',
    ]);
    expect(before.items[0].sender.name).toBe('Құпия Атауы');
    const decision = (remarkId: string) => portal.send('PUT', `/api/v1/remarks/${remarkId}/decision`, as(own, refusal));
    expect((await decision(before.items[0].id)).json().code).toBe('wrong-state');
    await closeScene(portal, ours);
    expect((await decision(before.items[0].id)).json()).toEqual({ remarkId: before.items[0].id, version: 1 });
    const report = `/api/v1/discussions/${ours.discussionId}/report`;
    const versions = `/api/v1/discussions/${ours.discussionId}/report-versions`;
    const asked = await portal.send('POST', report, as(own));
    expect([asked.statusCode, asked.json().state]).toEqual([202, 'RUNNING']);
    const assembled = await makeReport(portal, ours);
    expect((await portal.get(`/api/v1/discussions/${ours.discussionId}/report-run`, own)).json()).toMatchObject({
      state: 'DONE',
      reportId: assembled.reportId,
    });
    expect((await portal.get(versions, own)).json()[0].blockers.map(({ code }: { code: string }) => code)).toEqual([
      'undecided-point',
      'undecided-point',
    ]);
    const sign = (id: string, by: Session) => portal.send('POST', `/api/v1/reports/${id}/signature`, as(by));
    expect((await sign(assembled.reportId, ownSigner)).json().code).toBe('report-blocked');
    const rest = before.items.slice(1).map(({ id }: { id: string }) => id);
    expect((await portal.send('POST', '/api/v1/decisions', as(own, { ...refusal, remarkIds: rest }))).statusCode).toBe(
      200,
    );
    await makeReport(portal, ours);
    const [again] = (await portal.get(versions, own)).json();
    expect([again.blockers, again.counts.received.total, again.counts.decided.total]).toEqual([[], 3, 3]);
    expect((await portal.get(report)).statusCode).toBe(404);
    const file = `/api/v1/reports/${again.id}/files/json/mul`;
    expect((await portal.get(file)).statusCode).toBe(404);
    expect((await portal.get(file, own)).statusCode).toBe(200);
    expect((await sign(again.id, own)).statusCode).toBe(403);
    expect((await sign(again.id, ownSigner)).json()).toEqual({ dataSha256: again.dataSha256 });
    await portal.app
      .get(PublishReport, { strict: false })
      .execute({ reportId: again.id, publicUrl: 'http://localhost' });
    const published = await portal.get(report);
    expect(published.json()).toMatchObject({ state: 'PUBLISHED', dataSha256: again.dataSha256 });
    for (const { href } of published.json().renderings) {
      const document = await portal.get(href);
      expect([href, document.statusCode]).toEqual([href, 200]);
      expect(document.headers['content-disposition']).toMatch(/^attachment/);
      expect(document.body).not.toMatch(/Құпия Атауы|secret\.example/);
    }
    expect((await decision(before.items[0].id)).json().code).toBe('report-frozen');
  });

  it('shows another body neither queue, nor decisions, nor versions', async () => {
    const stranger = await signIn(portal, scene.stranger);
    expect((await portal.get(`/api/v1/discussions/${scene.discussionId}/queue`, stranger)).statusCode).toBe(404);
    expect((await portal.get(`/api/v1/discussions/${scene.discussionId}/report-versions`, stranger)).statusCode).toBe(
      404,
    );
    const decide = await portal.send('PUT', `/api/v1/remarks/${newId()}/decision`, as(signer, refusal));
    expect(decide.statusCode).toBe(404);
  });
});

const placement = (channel = 'EGOV_PORTAL') => ({
  channel,
  url: `https://${channel.toLowerCase().replace('_', '-')}.example.kz/1`,
  placedAt: new Date(Date.now() - 3_600_000).toISOString(),
});

function importFiles(id: string, fields: Record<string, string>) {
  const { payload, headers } = multipartForm(fields, [
    { name: 'kk', fileName: 'kk.md', content: '# Жоба\n\n1. Бірінші.\n2. Екінші.\n' },
    { name: 'ru', fileName: 'ru.md', content: '# Проект\n\n1. Первый.\n2. Второй.\n' },
  ]);
  return portal.send('POST', `/api/v1/procedures/${id}/versions/import`, {
    payload,
    headers: { ...officer.headers, ...headers },
  });
}
