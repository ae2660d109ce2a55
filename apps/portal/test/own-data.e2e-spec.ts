import { newId } from '#lib/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { multipartForm } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
});
afterAll(() => portal.stop());

const NAME = 'Қарлығаш Құпиясы';

/** Sends the form; the number and the secret of its receipt. */
async function sent(over: Record<string, string> = {}): Promise<{ number: string; secret: string; own: string }> {
  const fields = { key: newId(), kind: 'REMARK', anchors: 'whole', text: 'Мерзім тым ұзақ.', senderKind: 'INDIVIDUAL' };
  const form = multipartForm({ ...fields, name: NAME, email: 'qarlygash@secret.example', ...over });
  const answer = await portal.send('POST', `/en/discussions/${scene.discussionId}/remark`, form);
  const [, number = '', secret = ''] = /remarks\/([^/]+)\/([^/]+)\/receipt/.exec(String(answer.headers.location)) ?? [];
  return { number, secret, own: `/en/remarks/${number}/${secret}` };
}

const publicAuthor = async (number: string) =>
  (await portal.get(`/api/v1/remarks/${number}`)).json<{ author: string | null }>().author;

const form = (fields: Record<string, string>) => ({
  payload: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

describe('a public name', () => {
  it('is not asked for by a ticked box, and is nowhere public without consent', async () => {
    const page = await portal.send('POST', `/en/discussions/${scene.discussionId}/remark/public`);
    expect(page.body).toMatch(/name="nameConsent"[^>]*value="yes"(?![^>]*checked)/);
    const { number } = await sent();
    expect(await publicAuthor(number)).toBeNull();
    expect((await portal.get(`/api/v1/discussions/${scene.discussionId}/remarks`)).body).not.toContain(NAME);
  });

  it('stands beside the remark by consent, with version and instant, and goes when it is taken back', async () => {
    const { number, own } = await sent({ nameConsent: 'yes' });
    expect(await publicAuthor(number)).toBe(NAME);
    const consents = () =>
      portal.database.query(
        `select s.name_consent as version, s.name_consent_at = r.received_at as "atReceipt"
           from sealed_sender s join remark r on r.id = s.subject_id where r.number = $1`,
        [number],
      );
    expect(await consents()).toEqual([{ version: '2026-11', atReceipt: true }]);
    expect((await portal.get(own)).body).toContain('Take my name back');
    const taken = await portal.send('POST', `${own}/name`, form({ consent: 'no' }));
    expect(taken.headers.location).toBe(`${own}?done=unnamed`);
    expect(await publicAuthor(number)).toBeNull();
    expect((await portal.send('POST', `${own}/name`, form({ consent: 'yes' }))).statusCode).toBe(303);
    expect(await publicAuthor(number)).toBe(NAME);
    const acts = await portal.database.query<{ act: string; data: string }>(
      `select act, data from ledger_entry where act like 'consent.%' order by at`,
    );
    expect(acts.map(({ act }) => act)).toEqual(['consent.withdrawn', 'consent.given']);
    expect(acts.map(({ data }) => data).join()).not.toContain('Құпия');
  });

  it('is not changed with another secret', async () => {
    const { number } = await sent();
    const wrong = await portal.send('POST', `/en/remarks/${number}/WRONG/name`, form({ consent: 'yes' }));
    expect(wrong.statusCode).toBe(404);
    expect(await publicAuthor(number)).toBeNull();
  });
});

describe('the own data', () => {
  it('are saved by the receipt: everything kept, in no cache, at an address that says nothing', async () => {
    const { number, secret } = await sent({ nameConsent: 'yes' });
    const saved = await portal.send('POST', '/en/own-data', form({ number, secret }));
    expect(saved.statusCode).toBe(200);
    expect(saved.headers['cache-control']).toBe('no-store');
    expect(saved.headers['content-disposition']).toContain(`talqy-own-data-${number}.json`);
    expect(saved.json()).toMatchObject({
      scheme: 'talqy/subject-data/v1',
      remark: { number, text: 'Мерзім тым ұзақ.' },
      sender: { kind: 'INDIVIDUAL', name: NAME, email: 'qarlygash@secret.example' },
      nameConsent: { version: '2026-11' },
      earlierVersions: [],
      files: [],
    });
  });

  it('are not given for another secret, nor by an address', async () => {
    const { number, secret } = await sent();
    const wrong = await portal.send('POST', '/en/own-data', form({ number, secret: `${secret}X` }));
    expect(wrong.statusCode).toBe(404);
    expect(wrong.body).not.toContain(NAME);
    expect((await portal.get(`/en/own-data?number=${number}&secret=${secret}`)).statusCode).toBe(405);
  });
});
