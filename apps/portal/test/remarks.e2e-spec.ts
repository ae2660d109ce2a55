import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { multipartForm, png } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { closeScene, endTerm, openScene, type Scene, sendRemark } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
});
afterAll(() => portal.stop());

const sound = (text = 'Мерзімді қысқарту керек.') => ({
  kind: 'PROPOSAL',
  language: 'kk',
  text,
  proposedWording: 'Мерзімі – он жұмыс күні.',
  anchors: [scene.clauses[4]],
  sender: { kind: 'INDIVIDUAL', name: 'Құпия Атауы', email: 'qupia@secret.example' },
});

const post = (payload: object, headers: Record<string, string> = {}, id = scene.discussionId) =>
  portal.send('POST', `/api/v1/discussions/${id}/remarks`, {
    payload,
    headers: { 'idempotency-key': `"${newId()}"`, ...headers },
  });

describe('POST /api/v1/discussions/:id/remarks', () => {
  it('R8.4, REQ-36: acknowledges with number, instant to the microsecond with zone, and a commitment', async () => {
    const answer = await post(sound());
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      verdict: 'ON_TIME',
      discussionId: scene.discussionId,
      number: expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}-[0-9A-Z]$/),
      receivedAt: expect.stringMatching(/\.\d{6}Z$/),
      receivedAtLocal: expect.stringMatching(/\.\d{6}\+0[56]:00$/),
      commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('REQ-37: the same key gives the same receipt; another body under it is refused; an unquoted one too', async () => {
    const key = { 'idempotency-key': `"${newId()}"` };
    const [first, again] = [await post(sound('Бірінші'), key), await post(sound('Бірінші'), key)];
    expect(again.json()).toEqual(first.json());
    const other = await post(sound('Басқа'), key);
    expect([other.statusCode, other.json().code]).toEqual([422, 'idempotency-key-reused']);
    for (const header of [newId(), '', '""', undefined]) {
      const answer = await portal.send('POST', `/api/v1/discussions/${scene.discussionId}/remarks`, {
        payload: sound(),
        headers: header === undefined ? {} : { 'idempotency-key': header },
      });
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'idempotency-key-invalid']);
    }
  });

  it('refuses unknown members, a wrong clause and a legal entity without a name, each by its field', async () => {
    const extra = await post({ ...sound(), receivedAt: '2016-01-01T00:00:00Z' });
    expect([extra.statusCode, extra.json().details.fields[0].field]).toEqual([400, 'receivedAt']);
    const nested = await post({ ...sound(), sender: { ...sound().sender, isVerified: true } });
    expect(nested.json().details.fields[0].field).toBe('sender.isVerified');
    const wrong = await post({ ...sound(), anchors: [newId()] });
    expect([wrong.statusCode, wrong.json().details.faults[0].field]).toEqual([400, 'anchors']);
    const entity = await post({ ...sound(), sender: { kind: 'LEGAL_ENTITY', name: 'Өкіл' } });
    expect(entity.json().details.faults[0].field).toBe('sender.organisation');
    expect((await post({ ...sound(), text: 'x'.repeat(20_001) })).statusCode).toBe(400);
  });

  it('takes files with it, and refuses one that is not what its name says', async () => {
    const good = await multipart('scan.png', png);
    expect(good.statusCode).toBe(201);
    const bad = await multipart('scan.pdf', Buffer.from('<script>alert(1)</script>'));
    expect([bad.statusCode, bad.json().code]).toEqual([422, 'attachment-refused']);
  });

  it('refuses a text/plain body and a foreign Origin', async () => {
    const plain = await portal.send('POST', `/api/v1/discussions/${scene.discussionId}/remarks`, {
      payload: JSON.stringify(sound()),
      headers: { 'content-type': 'text/plain', 'idempotency-key': `"${newId()}"` },
    });
    expect(plain.statusCode).toBe(415);
    expect((await post(sound(), { origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await post(sound(), { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await post(sound(), { origin: 'null' })).statusCode).toBe(403);
  });

  it('answers 404 for an unknown discussion', async () => {
    expect((await post(sound(), {}, newId())).statusCode).toBe(404);
    expect((await post(sound(), {}, 'nothing')).statusCode).toBe(404);
  });
});

describe('what is public of a remark (REQ-46)', () => {
  it('lists, pages and gets by number without a word of who sent it', async () => {
    const { number } = await sendRemark(portal, scene, 'Жалпыға көрінетін мәтін');
    const list = await portal.get(`/api/v1/discussions/${scene.discussionId}/remarks?size=2`);
    expect(list.json().items).toHaveLength(2);
    const next = await portal.get(
      `/api/v1/discussions/${scene.discussionId}/remarks?size=100&after=${encodeURIComponent(list.json().next)}`,
    );
    expect(next.statusCode).toBe(200);
    const one = await portal.get(`/api/v1/remarks/${number.toLowerCase()}`);
    expect(one.json()).toMatchObject({ number, text: 'Жалпыға көрінетін мәтін', state: 'RECEIVED' });
    for (const body of [list.body, next.body, one.body]) expect(body).not.toMatch(/Құпия|secret\.example|secret"/);
    expect((await portal.get(`/api/v1/discussions/${scene.discussionId}/remarks?after=x`)).statusCode).toBe(400);
    expect((await portal.get(`/api/v1/discussions/${scene.discussionId}/remarks?sort=name`)).statusCode).toBe(400);
    expect((await portal.get('/api/v1/remarks/7K3M-9QXA-04TB-ZZ1N-0')).statusCode).toBe(404);
  });
});

describe('an own remark (REQ-38)', () => {
  it('is replaced and withdrawn with its secret, and only with it', async () => {
    const { number, secret } = await sendRemark(portal, scene);
    const { sender: _, ...content } = sound('Жаңа мәтін');
    const put = (with_: string) =>
      portal.send('PUT', `/api/v1/remarks/${number}`, { payload: content, headers: { 'remark-secret': with_ } });
    expect([(await put('wrong')).statusCode, (await put('wrong')).json().code]).toEqual([404, 'receipt-not-valid']);
    const replaced = await put(secret);
    expect([replaced.statusCode, replaced.json().number]).toEqual([200, number]);
    const withdraw = (with_: string) =>
      portal.send('DELETE', `/api/v1/remarks/${number}`, { headers: { 'remark-secret': with_ } });
    expect((await withdraw('')).statusCode).toBe(404);
    expect((await withdraw(secret)).statusCode).toBe(204);
    expect((await withdraw(secret)).statusCode).toBe(409);
    expect((await portal.get(`/api/v1/remarks/${number}`)).json()).toMatchObject({ state: 'WITHDRAWN', text: null });
  });
});

describe('POST /api/v1/receipts/check (REQ-36)', () => {
  it('finds the number, and tells whether text and salt are what was sent', async () => {
    const { number, salt } = await sendRemark(portal, scene, 'Тексерілетін мәтін');
    const check = (payload: object) => portal.send('POST', '/api/v1/receipts/check', { payload });
    expect((await check({ number, salt, text: 'Тексерілетін мәтін' })).json().matches).toBe(true);
    expect((await check({ number, salt, text: 'Басқа мәтін' })).json().matches).toBe(false);
    expect((await check({ number: 'nothing' })).statusCode).toBe(404);
  });
});

describe('after the close (R8.4)', () => {
  it('answers 409 discussion-closed with the number, both instants and the rule; only the count is public', async () => {
    const late = await openScene(portal);
    await endTerm(portal, late);
    const answer = await post({ ...sound(), anchors: [] }, {}, late.discussionId);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      409,
      'application/problem+json; charset=utf-8',
    ]);
    const { code, details } = answer.json();
    expect(code).toBe('discussion-closed');
    expect(details).toMatchObject({ clause: 'R8.4', receivedAt: expect.any(String), closeAt: expect.any(String) });
    expect(details.receivedAt >= details.closeAt).toBe(true);
    expect(details.number).toMatch(/-/);
    const count = await portal.get(`/api/v1/discussions/${late.discussionId}/late-arrivals`);
    expect(count.json()).toEqual({ count: 1 });
    const receipt = await portal.send('POST', '/api/v1/receipts/check', { payload: { number: details.number } });
    expect(receipt.json()).toMatchObject({ isLate: true, state: null });
    await closeScene(portal, late);
    expect((await post({ ...sound(), anchors: [] }, {}, late.discussionId)).statusCode).toBe(409);
  });
});

function multipart(fileName: string, content: Buffer) {
  const { payload, headers } = multipartForm({ remark: JSON.stringify(sound(`${fileName} файлымен`)) }, [
    { name: 'files', fileName, content },
  ]);
  return portal.send('POST', `/api/v1/discussions/${scene.discussionId}/remarks`, {
    payload,
    headers: { ...headers, 'idempotency-key': `"${newId()}"` },
  });
}
