import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { type MessageKey, translator } from '#lib/localisation';
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

const languages = ['kk', 'ru', 'en'] as const;
const filled = (over: Record<string, string | string[]> = {}) => ({
  key: newId(),
  kind: 'REMARK',
  anchors: scene.clauses[4] ?? '',
  text: 'Мерзім тым ұзақ.',
  senderKind: 'INDIVIDUAL',
  name: 'Құпия Атауы',
  email: 'qupia@secret.example',
  ...over,
});
const send = (fields: Record<string, string | string[]>, id = scene.discussionId, path = '') => {
  const { payload, headers } = multipartForm(fields);
  return portal.send('POST', path || `/ru/discussions/${id}/remark`, { payload, headers });
};

describe.each(languages)('in %s', (language) => {
  it('shows the draft with its close and hash', async () => {
    const { body, statusCode } = await portal.get(`/${language}/discussions/${scene.discussionId}`);
    expect(statusCode).toBe(200);
    expect(body).toMatch(/24:00[\s\S]*UTC\+5/);
    expect(body).toMatch(/[0-9a-f]{64}/);
    expect(body).not.toMatch(/undefined|\[object|Skip to main content(?!<)/);
  });

  it('switches the language and stays on the page', async () => {
    const page = `discussions/${scene.discussionId}/text?languages=both`;
    const { body } = await portal.get(`/${language}/${page}`);
    for (const other of languages.filter((each) => each !== language))
      expect(body).toContain(`href="/${other}/${page}"`);
  });
});

describe('the remark form', () => {
  it('opens at a clause with its box ticked and a key of its own', async () => {
    const { body } = await portal.get(`/kk/discussions/${scene.discussionId}/remark?clause=${scene.clauses[4]}`);
    expect(body).toMatch(new RegExp(`value="${scene.clauses[4]}" checked`));
    expect(body).toMatch(/name="key" value="[0-9a-f-]{36}"/);
  });

  it('leads to a receipt, and the same form sent twice to the same one', async () => {
    const fields = filled();
    const [first, again] = [await send(fields), await send(fields)];
    expect(first.statusCode).toBe(303);
    expect(again.headers.location).toBe(first.headers.location);
    const receipt = await portal.get(String(first.headers.location));
    expect(receipt.statusCode).toBe(200);
    expect(receipt.headers['cache-control']).toBe('no-store');
    expect(receipt.body).toMatch(/\.\d{6}\+05:00[\s\S]*[0-9a-f]{64}/);
    const file = await portal.get(`${String(first.headers.location)}.json`);
    expect(file.json()).toMatchObject({
      scheme: 'talqy/remark/v1',
      verdict: 'ON_TIME',
      commitment: expect.any(String),
    });
  });

  it('comes back with 422, a summary that leads to the pages of the fields, and what was typed', async () => {
    const answer = await send(filled({ kind: '', text: '', email: 'not an address', proposedWording: 'Сақталады' }));
    expect(answer.statusCode).toBe(422);
    const mend = (fault: MessageKey, step: string) =>
      `formaction="/ru/discussions/${scene.discussionId}/remark/${step}">${translator('ru')(fault)}</button>`;
    expect(answer.body).toContain(mend('form.type-missing', 'words'));
    expect(answer.body).toContain(mend('form.text-missing', 'words'));
    expect(answer.body).toContain('Сақталады');
    expect(answer.body).toContain('not an address');
    expect(answer.body).toMatch(/<title>\s*Ошибка/);
    const faults = await send(
      filled({ email: 'not an address', senderKind: 'LEGAL_ENTITY', organisation: 'ЖШС', bin: '12' }),
    );
    expect(faults.statusCode).toBe(422);
    expect(faults.body).toContain(mend('form.email-wrong', 'sender'));
    expect(faults.body).toContain(mend('form.bin-wrong', 'sender'));
  });

  it('shows hostile text as text', async () => {
    const hostile = `"'><svg onload=alert(1)>{{7*7}}`;
    const { body } = await send(
      filled({ kind: '', text: hostile, name: hostile, organisation: hostile, anchors: hostile }),
    );
    expect(body).not.toContain('<svg onload');
    expect(body).toContain('&lt;svg onload=alert(1)&gt;{{7*7}}');
    const sent = await send(filled({ text: hostile }));
    const own = await portal.get(String(sent.headers.location).replace('/receipt', ''));
    expect(own.body).toContain('&lt;svg onload=alert(1)&gt;');
    expect(own.body).not.toContain('<svg onload');
  });

  it('keeps a good file while another field is mended, and names a bad one', async () => {
    const url = `/kk/discussions/${scene.discussionId}/remark`;
    const files = [
      { name: 'files', fileName: '<img src=x>.pdf', content: 'MZ not a pdf' },
      { name: 'files', fileName: 'сурет.png', content: png },
    ];
    const first = multipartForm(filled(), files);
    const answer = await portal.send('POST', url, first);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toMatch(/remark\/files">_img src=x_\.pdf/);
    expect(answer.body).not.toContain('<img src=x>');
    const kept = /type="hidden" name="kept" value="([0-9a-f-]{36})"/.exec(answer.body)?.[1] ?? '';
    const second = await portal.send('POST', url, multipartForm(filled({ kept })));
    const number = /remarks\/([^/]+)\//.exec(String(second.headers.location))?.[1];
    const attached = await portal.database.query(
      'select from remark r join remark_attachment a on a.remark_id = r.id where r.number = $1 and a.file_id = $2',
      [number, kept],
    );
    expect([second.statusCode, attached.length]).toEqual([303, 1]);
  });

  it('refuses a post from another site', async () => {
    const { payload, headers } = multipartForm(filled());
    const url = `/kk/discussions/${scene.discussionId}/remark`;
    const answer = await portal.send('POST', url, { payload, headers: { ...headers, origin: 'https://evil.example' } });
    expect(answer.statusCode).toBe(403);
  });
});

describe('an own remark', () => {
  it('is shown with its secret, replaced, withdrawn; a wrong secret meets 404', async () => {
    const { number, secret } = await sendRemark(portal, scene, 'Алғашқы мәтін');
    const own = `/ru/remarks/${number}/${secret}`;
    expect((await portal.get(own)).body).toContain('Алғашқы мәтін');
    expect((await portal.get(`/ru/remarks/${number}/${'X'.repeat(52)}`)).statusCode).toBe(404);
    expect((await portal.get(`${own}/replace`)).body).toContain('Алғашқы мәтін');
    const { payload, headers } = multipartForm({ kind: 'PROPOSAL', anchors: 'whole', text: 'Жаңа мәтін' });
    const replaced = await portal.send('POST', `${own}/replace`, { payload, headers });
    expect(replaced.headers.location).toBe(`${own}?done=replaced`);
    expect((await portal.get(own)).body).toContain('Жаңа мәтін');
    expect((await portal.send('POST', `${own}/withdraw`)).headers.location).toBe(`${own}?done=withdrawn`);
    expect((await portal.send('POST', `${own}/withdraw`)).statusCode).toBe(409);
  });
});

describe('the receipt check', () => {
  it('finds a number, with its commitment or without, and refuses a wrong one', async () => {
    const { number, commitment } = await sendRemark(portal, scene);
    const check = (query: string) => portal.get(`/kk/receipts?${query}`);
    expect((await check('')).statusCode).toBe(200);
    expect((await check(`number=${number}`)).body).toContain(commitment);
    expect((await check(`number=${number}&commitment=${commitment}`)).statusCode).toBe(200);
    expect((await check(`number=${number}&commitment=${'0'.repeat(64)}`)).statusCode).toBe(422);
    expect((await check('number=%22%3E%3Csvg%3E')).statusCode).toBe(404);
    expect((await check('number=%22%3E%3Csvg%3E')).body).not.toContain('"><svg>');
  });
});

describe('after the term (R8.4)', () => {
  it('refuses by a page with the number, both instants and the rule', async () => {
    const late = await openScene(portal);
    const { number, secret } = await sendRemark(portal, late);
    await endTerm(portal, late);
    const answer = await send(filled({ anchors: 'whole' }), late.discussionId);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toMatch(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}-[0-9A-Z][\s\S]*R8\.4/);
    expect(answer.body.match(/\.\d{6}\+05:00/g)).toHaveLength(2);
    expect((await portal.get(`/ru/discussions/${late.discussionId}/remark`)).statusCode).toBe(303);
    expect((await portal.send('POST', `/ru/remarks/${number}/${secret}/withdraw`)).statusCode).toBe(409);
    await closeScene(portal, late);
    expect((await portal.get(`/ru/discussions/${late.discussionId}`)).body).toContain('talqy-state--closed');
    expect((await portal.get(`/ru/discussions/${late.discussionId}/report`)).statusCode).toBe(200);
  });
});

describe('what is not there', () => {
  it.each([
    'discussions/nothing',
    `discussions/${newId()}`,
    `discussions/${newId()}/remark`,
    'remarks/x/y',
    'officer/x',
  ])('/kk/%s answers 404 with a trace id', async (path) => {
    const answer = await portal.get(`/kk/${path}`);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}/);
  });
});
