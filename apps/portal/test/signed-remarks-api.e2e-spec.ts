import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { signerName } from '../../../libs/discussion/src/testing/index.js';
import { from, hiddenFields } from './form-post.js';
import { multipartForm, png } from './multipart-form.js';
import type { Scene } from './scene.js';
import { signatureFile, SigningPortal } from './signing-scene.js';

let at: SigningPortal;
let scene: Scene;
beforeAll(async () => {
  at = await SigningPortal.start({
    RATE_LIMITS: 'remark:2',
    PROOF_COST: '1',
    LEAST_WAIT_SECONDS: '1',
    TRUSTED_PROXIES: '127.0.0.1',
  });
}, 60_000);
afterAll(() => at.portal.stop());
beforeEach(async () => {
  scene = await at.scene();
  count += 1;
});

let count = 0;
const here = () => from(`203.0.${count}.7`);
const remark = (over: object = {}) => ({
  kind: 'REMARK',
  language: 'kk',
  text: 'Мерзім тым ұзақ.',
  sender: { kind: 'INDIVIDUAL', name: 'Әсел', email: 'asel@secret.example' },
  ...over,
});
const path = (last: string) => `/api/v1/discussions/${scene.discussionId}/${last}`;
const documentOf = async (body: object) => {
  const answer = await at.portal.send('POST', path('remark-document'), { payload: body });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
};
const post = (payload: object, headers: Record<string, string> = {}) =>
  at.portal.send('POST', path('remarks'), {
    payload,
    headers: { 'idempotency-key': `"${newId()}"`, ...here(), ...headers },
  });
const signed = async (body: object) => ({ ...body, signature: at.sign(await documentOf(body)).toString('base64') });

describe('the API of signed remarks (AMB-20, decision 34)', () => {
  it('says which bytes to sign, the canonical form that it documents, and takes the signature over them', async () => {
    const body = remark({ anchors: [scene.clauses[4]], hasNameConsent: true });
    expect((await documentOf(body)).toString()).toBe(
      `{"anchors":["${scene.clauses[4]}"],"attachments":[],"discussionId":"${scene.discussionId}","kind":"REMARK","language":"kk",` +
        '"onBehalfOf":null,"proposedWording":null,"publicName":"Әсел","scheme":"talqy-remark/1","text":"Мерзім тым ұзақ."}',
    );
    const answer = await post(await signed(body));
    expect([answer.statusCode, answer.json().verdict]).toEqual([201, 'ON_TIME']);
  });

  it('takes files and the signature as parts of a form, over the SHA-256 of each file as it is sent', async () => {
    const file = { name: 'files', fileName: 'сурет.png', content: png };
    const form = multipartForm({ remark: JSON.stringify(remark()) }, [file]);
    const document = await at.portal.send('POST', path('remark-document'), form);
    expect(document.json().attachments).toEqual([createHash('sha256').update(png).digest('hex')]);
    expect(await at.portal.database.query('select from stored_file')).toEqual([]);
    const whole = multipartForm({ remark: JSON.stringify(remark()) }, [
      file,
      signatureFile(at.sign(document.rawPayload, { key: 'P-384' })),
    ]);
    const { payload } = whole;
    const again = await at.portal.send('POST', path('remark-document'), whole);
    expect(again.rawPayload.equals(document.rawPayload)).toBe(true);
    const answer = await at.portal.send('POST', path('remarks'), {
      payload,
      headers: { ...whole.headers, ...here(), 'idempotency-key': `"${newId()}"` },
    });
    expect(answer.statusCode).toBe(201);
  });

  it('takes ten files beside the signature, and names no document for eleven (REQ-30)', async () => {
    const files = (many: number) =>
      Array.from({ length: many }, (_, place) => ({ name: 'files', fileName: `${place}.png`, content: png }));
    const text = { remark: JSON.stringify(remark()) };
    const document = await at.portal.send('POST', path('remark-document'), multipartForm(text, files(10)));
    const whole = multipartForm(text, [...files(10), signatureFile(at.sign(document.rawPayload))]);
    const answer = await at.portal.send('POST', path('remarks'), {
      payload: whole.payload,
      headers: { ...whole.headers, ...here(), 'idempotency-key': `"${newId()}"` },
    });
    expect(answer.statusCode).toBe(201);
    const more = await at.portal.send('POST', path('remark-document'), multipartForm(text, files(11)));
    expect([more.statusCode, more.json().code]).toEqual([422, 'attachment-refused']);
  });

  it('refuses what is unsigned, signed otherwise, no Base64 or too long, by the code of each', async () => {
    const codeOf = async (body: object) => {
      const answer = await at.portal.send('POST', path('remarks'), {
        payload: body,
        headers: { 'idempotency-key': `"${newId()}"`, ...from(`203.1.${(count += 1)}.7`) },
      });
      expect(answer.headers['content-type']).toContain('application/problem+json');
      return [answer.statusCode, answer.json().code, answer.json().details?.reason ?? answer.json().details?.needs];
    };
    expect(await codeOf(remark())).toEqual([422, 'sender-not-confirmed', 'signed']);
    const other = await signed(remark({ text: 'Басқа мәтін.' }));
    expect(await codeOf({ ...other, ...remark() })).toEqual([422, 'signature-refused', 'CONTENT_CHANGED']);
    const file = Buffer.from('no signature').toString('base64');
    expect(await codeOf(remark({ signature: file }))).toEqual([422, 'signature-refused', 'NOT_CMS']);
    for (const signature of ['no base64!', Buffer.alloc(65_538).toString('base64'), 5])
      expect((await codeOf(remark({ signature }))).slice(0, 2)).toEqual([400, 'invalid-input']);
    expect(await at.remarksOf(scene)).toBe(0);
  });

  it('names no document for a body that would not be taken', async () => {
    for (const body of [remark({ text: '' }), remark({ anchors: [newId()] }), remark({ signature: 'AAAA' })]) {
      const answer = await at.portal.send('POST', path('remark-document'), { payload: body });
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-input']);
    }
    const nowhere = `/api/v1/discussions/${newId()}/remark-document`;
    expect((await at.portal.send('POST', nowhere, { payload: remark() })).statusCode).toBe(404);
    const bad = multipartForm({ remark: JSON.stringify(remark()) }, [
      { name: 'files', fileName: 'a.exe', content: 'MZ' },
    ]);
    expect((await at.portal.send('POST', path('remark-document'), bad)).json().code).toBe('attachment-refused');
  });
});

describe('a signed remark that has to wait (REQ-47)', () => {
  it('is held only with a signature that holds, and goes by its ticket with it', async () => {
    const key = { 'idempotency-key': `"${newId()}"` };
    for (let sent = 0; sent < 2; sent += 1) expect((await post(await signed(remark()))).statusCode).toBe(201);
    expect((await post(remark(), key)).json().code).toBe('sender-not-confirmed');
    const wrong = { ...(await signed(remark({ text: 'Басқа.' }))), ...remark() };
    expect((await post(wrong, key)).json().code).toBe('signature-refused');
    const body = await signed(remark());
    const held = await post(body, key);
    expect(held.statusCode).toBe(429);
    const { ticket, arrivedAt } = held.json().details;
    await at.portal.database.query('select pg_sleep(4)');
    const ticketed = { ...key, 'remark-ticket': ticket };
    expect((await post(remark(), ticketed)).json().code).toBe('sender-not-confirmed');
    const sent = await post(body, ticketed);
    expect([sent.statusCode, sent.json().receivedAt]).toEqual([201, arrivedAt]);
  }, 60_000);

  it('has its signature in the page that waits, and goes by one press', async () => {
    for (let sent = 0; sent < 2; sent += 1) await post(await signed(remark()));
    const fields = { key: newId(), kind: 'REMARK', anchors: 'whole', text: 'Срок велик.', senderKind: 'INDIVIDUAL' };
    const typed = { ...fields, name: 'Әсел', email: 'asel@secret.example' };
    const document = await at.portal.send(
      'POST',
      `/ru/discussions/${scene.discussionId}/remark-document`,
      multipartForm(typed),
    );
    const form = multipartForm(typed, [signatureFile(at.sign(document.rawPayload))]);
    const url = `/ru/discussions/${scene.discussionId}/remark`;
    const held = await at.portal.send('POST', url, { ...form, headers: { ...form.headers, ...here() } });
    expect(held.statusCode).toBe(429);
    const back = Object.fromEntries(hiddenFields(held.body));
    expect(back['signature']).toMatch(/^[A-Za-z0-9+/]{1000,}=*$/);
    await at.portal.database.query('select pg_sleep(4)');
    const sent = await at.portal.send('POST', url, {
      payload: new URLSearchParams(back).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...here() },
    });
    expect(sent.statusCode).toBe(303);
  }, 60_000);
});

describe('the data of who signed', () => {
  it('are given to the sender by the receipt, with the document and the signature', async () => {
    const body = await signed(remark());
    const { number, secret } = (await post(body)).json();
    const data = await at.portal.send('POST', '/en/own-data', {
      payload: new URLSearchParams({ number, secret }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(data.json()).toMatchObject({
      signature: { document: (await documentOf(remark())).toString(), cms: body.signature },
      sender: { confirmedBy: { kind: 'signature', name: signerName.CN, personalNumber: signerName.SERIALNUMBER } },
    });
  });
});
