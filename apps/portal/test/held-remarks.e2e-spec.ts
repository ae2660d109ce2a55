import { newId } from '#lib/kernel';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { form, from, hiddenFields } from './form-post.js';
import { multipartForm, png } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { endTerm, openScene, type Scene, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
beforeAll(async () => {
  portal = await startPortal({
    env: { RATE_LIMITS: 'remark:3', PROOF_COST: '1', LEAST_WAIT_SECONDS: '1', TRUSTED_PROXIES: '127.0.0.1' },
  });
  scene = await openScene(portal);
});
afterAll(() => portal.stop());

const wait = (seconds: number) => portal.database.query('select pg_sleep($1)', [seconds]);

const remark = (over: object = {}) => ({
  kind: 'REMARK',
  language: 'kk',
  text: 'Мерзім тым ұзақ.',
  anchors: [scene.clauses[4]],
  sender: { kind: 'INDIVIDUAL', name: 'Әсел', email: 'asel@secret.example' },
  ...over,
});

const post = (ip: string, payload: object, headers: Record<string, string> = {}, { discussionId } = scene) =>
  portal.send('POST', `/api/v1/discussions/${discussionId}/remarks`, {
    payload,
    headers: { 'idempotency-key': `"${newId()}"`, ...from(ip), ...headers },
  });

async function useUp(ip: string): Promise<void> {
  for (let sent = 0; sent < 3; sent += 1) expect((await post(ip, remark())).statusCode).toBe(201);
}

describe('too many remarks from one address (REQ-47)', () => {
  it('are not refused: each gets a ticket with 429 and Retry-After, and goes by it after the wait', async () => {
    await useUp('203.0.113.5');
    const key = { 'idempotency-key': `"${newId()}"` };
    const held = await post('203.0.113.5', remark(), key);
    expect([held.statusCode, held.headers['content-type']]).toEqual([429, 'application/problem+json; charset=utf-8']);
    const { code, details } = held.json();
    expect([code, held.headers['retry-after']]).toEqual(['too-many-requests', '1']);
    const early = await post('203.0.113.5', remark(), { ...key, 'remark-ticket': details.ticket });
    expect([early.statusCode, early.json().details.arrivedAt]).toEqual([429, details.arrivedAt]);
    await wait(1.1);
    const sent = await post('203.0.113.5', remark(), { ...key, 'remark-ticket': early.json().details.ticket });
    expect([sent.statusCode, sent.json().receivedAt]).toEqual([201, details.arrivedAt]);
    const again = await post('203.0.113.5', remark(), { ...key, 'remark-ticket': details.ticket });
    expect(again.json()).toEqual(sent.json());
  }, 60_000);

  it('do not make one late that came in time, nor one in time that came late', async () => {
    const closing = await openScene(portal);
    const other = await openScene(portal);
    const anyClause = remark({ anchors: [] });
    await useUp('203.0.114.5');
    const key = { 'idempotency-key': `"${newId()}"` };
    const inTime = (await post('203.0.114.5', anyClause, key, closing)).json().details;
    await portal.database.query(
      `update discussion set close_at = $2::timestamptz + interval '1 microsecond' where id = $1`,
      [closing.discussionId, inTime.arrivedAt],
    );
    await endTerm(portal, other);
    const late = (await post('203.0.114.5', anyClause, key, other)).json().details;
    await wait(2.5);
    const first = await post('203.0.114.5', anyClause, { ...key, 'remark-ticket': inTime.ticket }, closing);
    expect([first.statusCode, first.json().receivedAt]).toEqual([201, inTime.arrivedAt]);
    const second = await post('203.0.114.5', anyClause, { ...key, 'remark-ticket': late.ticket }, other);
    expect([second.statusCode, second.json().details.receivedAt]).toEqual([409, late.arrivedAt]);
    const stolen = await post('203.0.114.5', anyClause, { ...key, 'remark-ticket': inTime.ticket }, other);
    expect(stolen.statusCode).toBe(429);
    expect(stolen.json().details.arrivedAt > inTime.arrivedAt).toBe(true);
  }, 60_000);

  it('the form comes back whole, with its files, in each language, and goes by one press', async () => {
    await useUp('203.0.115.5');
    const fields = {
      kind: 'PROPOSAL',
      text: 'Бірінші жол\nекінші "жол" <b>',
      proposedWording: 'Он күн',
      senderKind: 'INDIVIDUAL',
      name: 'Әсел',
      email: 'asel@secret.example',
      nameConsent: 'yes',
      anchors: scene.clauses[4] ?? '',
      key: newId(),
    };
    for (const [language, title] of Object.entries({
      ru: 'Замечание пока не отправлено',
      en: 'Your remark is not sent yet',
      kk: 'Ескерту әлі жіберілген жоқ',
    })) {
      const sent = multipartForm(fields, [{ name: 'files', fileName: 'хат.png', content: png }]);
      const url = `/${language}/discussions/${scene.discussionId}/remark`;
      const ip = `203.0.115.${language.charCodeAt(0)}`;
      await useUp(ip);
      const held = await portal.send('POST', url, { payload: sent.payload, headers: { ...sent.headers, ...from(ip) } });
      expect([held.statusCode, held.headers['retry-after']]).toEqual([429, expect.stringMatching(/^\d+$/)]);
      expect(held.body).toContain(title);
      expect(held.body).toContain('хат.png');
      const back = hiddenFields(held.body);
      expect(back.get('text')).toBe(fields.text);
      if (language !== 'kk') continue;
      await wait(4);
      const again = await portal.send('POST', url, { payload: back.toString(), headers: { ...form, ...from(ip) } });
      expect([again.statusCode, again.headers.location]).toEqual([303, expect.stringMatching(/\/receipt$/)]);
    }
    const [row] = await portal.database.query(
      `select r.kind, r.body, r.proposed_wording as wording, r.anchors, name_consent is not null as consents,
              (select count(*)::int from remark_attachment a where a.remark_id = r.id) as files
         from remark r join sealed_sender on subject_id = r.id where r.kind = 'PROPOSAL'`,
    );
    expect(row).toEqual({
      kind: 'PROPOSAL',
      body: fields.text,
      wording: 'Он күн',
      anchors: [scene.clauses[4]],
      consents: true,
      files: 1,
    });
  }, 60_000);

  it('a program of a state body, known by its token, is not limited', async () => {
    const session = await signIn(portal, scene.officer);
    await portal.send('POST', '/api/v1/session/confirmation', {
      payload: { password: scene.officer.password },
      headers: session.headers,
    });
    const made = await portal.send('POST', '/api/v1/tokens', {
      payload: { name: 'Импорт', access: 'WRITE', roles: ['officer'], days: 5 },
      headers: session.headers,
    });
    const authorization = `Bearer ${made.json().token}`;
    for (let sent = 0; sent < 6; sent += 1)
      expect((await post('203.0.116.5', remark(), { authorization })).statusCode).toBe(201);
  });
});

describe('a proof of work in place of the wait', () => {
  const solved = async (details: { challenge: Challenge }) =>
    JSON.stringify({
      challenge: details.challenge,
      solution: await solveChallenge({ challenge: details.challenge, deriveKey }),
    });

  it('lets a remark in at once; of another ticket, altered or made up it does not', async () => {
    await useUp('203.0.123.5');
    const ask = async (text: string) => {
      const key = { 'idempotency-key': `"${newId()}"` };
      return { key, details: (await post('203.0.123.5', remark({ text }), key)).json().details };
    };
    const [one, two] = [await ask('Бірінші'), await ask('Екінші')];
    const proof = await solved(one.details);
    const send = (text: string, { key, details }: typeof one, shown: string) =>
      post('203.0.123.5', remark({ text }), { ...key, 'remark-ticket': details.ticket, 'remark-proof': shown });
    for (const wrong of [proof.replace('"cost":1', '"cost":2'), proof, '{}', 'x'])
      expect((await send('Екінші', two, wrong)).statusCode).toBe(429);
    const taken = await send('Бірінші', one, proof);
    expect([taken.statusCode, taken.json().receivedAt]).toEqual([201, one.details.arrivedAt]);
    expect((await send('Бірінші', one, proof)).json()).toEqual(taken.json());
    expect((await send('Екінші', one, proof)).statusCode).toBe(429);
  }, 60_000);

  it('opens the door as often as an address may send, not for as long as its ticket is good', async () => {
    await useUp('203.0.125.5');
    const key = { 'idempotency-key': `"${newId()}"` };
    const { details } = (await post('203.0.125.5', remark(), key)).json();
    const unproven = { ...key, 'remark-ticket': details.ticket, 'remark-proof': '{}' };
    for (let sent = 0; sent < 4; sent += 1)
      expect((await post('203.0.125.5', remark(), unproven)).json().details.ticket).toBe(details.ticket);
    const shown = { ...unproven, 'remark-proof': await solved(details) };
    const answers = [];
    for (let sent = 0; sent < 5; sent += 1) answers.push(await post('203.0.125.5', remark(), shown));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 429, 429]);
    const refused = answers[4]?.json();
    expect([refused.code, refused.details.action, 'ticket' in refused.details]).toEqual([
      'too-many-requests',
      'remark',
      false,
    ]);
    expect(Number(answers[4]?.headers['retry-after'])).toBeGreaterThan(1);
  }, 60_000);

  it('five hundred people of one address all get through, each at the instant of the first try', async () => {
    const env = { RATE_LIMITS: 'remark:420', PROOF_COST: '1', TRUSTED_PROXIES: '127.0.0.1' };
    const crowd = await startPortal({ env });
    const place = await openScene(crowd);
    let asked = 0;
    for (let person = 0; person < 500; person += 1) {
      const payload = remark({ anchors: [], text: `Ескерту ${person}` });
      const headers = { 'idempotency-key': `"${newId()}"`, ...from('203.0.124.5') };
      const url = `/api/v1/discussions/${place.discussionId}/remarks`;
      const first = await crowd.send('POST', url, { payload, headers });
      if (first.statusCode === 201) continue;
      asked += 1;
      const { details } = first.json();
      const shown = { 'remark-ticket': details.ticket, 'remark-proof': await solved(details) };
      const second = await crowd.send('POST', url, { payload, headers: { ...headers, ...shown } });
      expect([second.statusCode, second.json().receivedAt]).toEqual([201, details.arrivedAt]);
    }
    const [row] = await crowd.database.query<{ n: number }>('select count(*)::int as n from remark');
    expect([asked, row?.n]).toEqual([80, 500]);
    await crowd.stop();
  }, 240_000);
});
