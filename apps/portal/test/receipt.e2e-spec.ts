import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { qrPicture } from '../src/pages-kit/qr-picture.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, sendRemark } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
});
afterAll(() => portal.stop());

describe.each(languages)('a receipt in %s (REQ-36)', (language) => {
  const t = translator(language);

  it('shows its link in words and as a picture of exactly that link, drawn on the server', async () => {
    const { number, secret } = await sendRemark(portal, scene);
    const { body } = await portal.get(`/${language}/remarks/${number}/${secret}/receipt`);
    const [, link = ''] = /talqy-code" href="[^"]*">([^<]*)<\/a>/.exec(body) ?? [];
    expect(link).toMatch(new RegExp(`^https?://.*/${language}/remarks/${number}/${secret}$`));
    expect(body).toContain(`aria-label="${t('receipt.picture')}"`);
    expect(body).toContain(`d="${qrPicture(link).path}"`);
  });

  it('is saved as a text by which anybody recomputes the commitment off line; with a wrong secret it is not', async () => {
    const { number, secret, commitment } = await sendRemark(portal, scene, 'Екі жолды\n«мәтін»');
    const own = `/${language}/remarks/${number}/${secret}`;
    const { statusCode, headers, body } = await portal.get(`${own}/receipt.txt`);
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/plain; charset=utf-8',
      'no-store',
    ]);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="talqy-[^"]+\.txt"/);
    const lines = body.trimEnd().split('\n');
    expect(lines).toContain(`${t('receipt.hash')}: ${commitment}`);
    expect(body).toContain(`${own}\n`);
    const [, salt = ''] = /: ([0-9a-f]{64})$/.exec(lines.at(-3) ?? '') ?? [];
    const recomputed = createHash('sha256')
      .update('talqy/remark/v1\0')
      .update(Buffer.from(salt, 'hex'))
      .update(lines.at(-1) ?? '')
      .digest('hex');
    expect(recomputed).toBe(commitment);
    expect((await portal.get(`/${language}/remarks/${number}/${'X'.repeat(52)}/receipt.txt`)).statusCode).toBe(404);
  });
});
