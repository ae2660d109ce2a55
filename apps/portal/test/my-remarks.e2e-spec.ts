import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { body, form } from './form-post.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, sendRemark } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
});
afterAll(() => portal.stop());

describe.each(languages)('my remarks, without a script, in %s', (language) => {
  const t = translator(language);
  const open = (fields: Record<string, string>) =>
    portal.send('POST', `/${language}/my-remarks`, { headers: form, payload: body(fields) });

  it('lead to a remark by the link of its receipt, or by number and code', async () => {
    const { number, secret } = await sendRemark(portal, scene);
    const own = `/${language}/remarks/${number}/${secret}`;
    const ways: Record<string, string>[] = [
      { receipt: `https://talqy.example/ru/remarks/${number}/${secret}` },
      { receipt: ` /kk/remarks/${number}/${secret}/receipt ` },
      { receipt: number.toLowerCase(), secret },
    ];
    for (const fields of ways) {
      const { statusCode, headers } = await open(fields);
      expect([statusCode, headers.location]).toEqual([303, own]);
    }
    expect((await portal.get(own)).statusCode).toBe(200);
  });

  it('say what is missing or not valid, with what was typed', async () => {
    const { number, secret } = await sendRemark(portal, scene);
    const other = await sendRemark(portal, scene);
    for (const [fields, sentence] of [
      [{}, t('mine.receipt-missing')],
      [{ receipt: number }, t('mine.secret-missing')],
      [{ receipt: number, secret: other.secret }, t('error.receipt-not-valid')],
      [{ receipt: `/kk/remarks/${other.number}/${secret}` }, t('error.receipt-not-valid')],
      [{ receipt: '"><svg onload=alert(1)>', secret: 'x' }, t('error.receipt-not-valid')],
    ] as const) {
      const answer = await open(fields);
      expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(sentence)]);
      expect(answer.body).not.toContain('<svg onload');
    }
    expect((await open({ receipt: number })).body).toContain(`value="${number}"`);
  });

  it('ask our server alone by script, and no receipt of anybody is in the page', async () => {
    const { headers, body: page } = await portal.get(`/${language}/my-remarks`);
    expect(headers['content-security-policy']).toContain("connect-src 'self'");
    expect(headers['set-cookie']).toBeUndefined();
    expect(page).not.toMatch(/undefined|\[object/);
  });
});
