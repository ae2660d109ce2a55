import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { multipartForm, png } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { back, next, openForm, send, sender, t, words } from './remark-pages.js';
import { endTerm, openScene, type Scene } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
});
afterAll(() => portal.stop());

const open = (at = scene) => openForm(portal, at);

const file = (fileName: string, content: string | Buffer = png) => ({ name: 'files', fileName, content });

describe('files of a remark', () => {
  it('are taken on their page, travel with it, and are left out when unticked', async () => {
    const writer = await open();
    await writer.press(next);
    await writer.press(next, words);
    await writer.press(back, {}, [file('хат.png'), file('сурет.png')]);
    await writer.press(next);
    const kept = writer.fields.get('kept') ?? [];
    expect(kept).toHaveLength(2);
    expect(writer.page.body).toContain('хат.png');
    await writer.press(next, { kept: kept.slice(0, 1) });
    await writer.press(next, sender);
    await writer.press(next);
    expect([writer.page.body.includes('сурет.png'), writer.fields.get('kept')]).toEqual([false, kept.slice(0, 1)]);
    const { headers } = await writer.press(send);
    const [row] = await portal.database.query(
      'select count(*)::int as n from remark_attachment a join remark r on r.id = a.remark_id where r.number = $1',
      [String(headers.location).split('/')[3]],
    );
    expect(row).toEqual({ n: 1 });
  });

  it('that are not taken are named on that page, whichever way it is left', async () => {
    const writer = await open();
    await writer.press(next);
    await writer.press(next, words);
    for (const button of [next, back]) {
      const answer = await writer.press(button, {}, [file('хат.pdf', 'MZ no pdf'), file('сурет.png')]);
      expect([answer.statusCode, writer.heading]).toEqual([422, t('remark.attachments')]);
      expect(answer.body).toMatch(/href="#files"[\s\S]*хат\.pdf/);
    }
    expect(writer.fields.get('kept')).toHaveLength(2);
    const many = Array.from({ length: 9 }, (_, index) => file(`${index}.png`));
    expect((await writer.press(next, {}, many)).statusCode).toBe(422);
    expect(writer.page.body).toContain(t('form.too-many-files', { count: 10 }));
    expect(writer.fields.get('kept')).toHaveLength(11);
    expect((await writer.press(next)).statusCode).toBe(422);
    expect(writer.fields.get('kept')).toHaveLength(11);
    await writer.press(next, { kept: (writer.fields.get('kept') ?? []).slice(0, 10) });
    expect(writer.heading).toBe(t('remark.author'));
  });

  it('come with no more than two megabytes of fields, or the page says that it is too much', async () => {
    const fields = Object.fromEntries(Array.from({ length: 11 }, (_, no) => [`field-${no}`, 'ұ'.repeat(100_000)]));
    const url = `/ru/discussions/${scene.discussionId}/remark/check`;
    const answer = await portal.send('POST', url, multipartForm(fields, [file('сурет.png')]));
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([413, expect.stringContaining('text/html')]);
  });

  it('are kept up to one more than a remark takes; each beyond is named', async () => {
    const writer = await open();
    await writer.press(next);
    await writer.press(next, words);
    const many = Array.from({ length: 13 }, (_, index) => file(`сурет-${index}.png`));
    expect((await writer.press(next, {}, many)).statusCode).toBe(422);
    expect(writer.fields.get('kept')).toHaveLength(11);
    for (const name of ['сурет-11.png', 'сурет-12.png'])
      expect(writer.page.body).toContain(`href="#files">${t('form.file-too-many', { file: name })}<`);
  });
});

describe('a file sent by the script of the form', () => {
  const upload = (fileName: string, content: string | Buffer, at = scene) =>
    portal.send(
      'POST',
      `/en/discussions/${at.discussionId}/remark-uploads`,
      multipartForm({}, [file(fileName, content)]),
    );

  it('is kept for the form, or refused with its reason in words', async () => {
    const taken = await upload('хат.png', png);
    expect([taken.statusCode, taken.headers['cache-control'], taken.json()]).toEqual([
      200,
      'no-store',
      { kept: [{ id: expect.any(String), name: 'хат.png' }], refused: [] },
    ]);
    const refused = { kept: [], refused: [expect.stringContaining('хат.pdf')] };
    expect((await upload('хат.pdf', 'MZ no pdf')).json()).toEqual(refused);
    const writer = await open();
    const kept = taken.json<{ kept: { id: string }[] }>().kept.map(({ id }) => id);
    await writer.press(next, { kept });
    await writer.press(next, words);
    expect([writer.heading, writer.fields.get('kept')]).toEqual([t('remark.attachments'), kept]);
  });

  it('is given back with all the others when they are more than a remark takes', async () => {
    const kept: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const { kept: taken } = (await upload(`${index}.png`, png)).json<{ kept: { id: string }[] }>();
      kept.push(...taken.map(({ id }) => id));
    }
    const writer = await open();
    await writer.press(next);
    await writer.press(next, words);
    for (const _ of ['pressed', 'pressed again']) {
      const answer = await writer.press(next, { kept });
      expect([answer.statusCode, answer.body]).toEqual([
        422,
        expect.stringContaining(t('form.too-many-files', { count: 10 })),
      ]);
      expect(writer.fields.get('kept')).toEqual(kept);
    }
  });

  it('is not taken after the close, for no discussion, from another site, or as anything else', async () => {
    const closed = await openScene(portal);
    await endTerm(portal, closed);
    expect((await upload('хат.png', png, closed)).statusCode).toBe(409);
    const url = `/en/discussions/${scene.discussionId}/remark-uploads`;
    const { headers, payload } = multipartForm({}, [file('хат.png')]);
    const foreign = { payload, headers: { ...headers, origin: 'https://evil.example' } };
    expect((await portal.send('POST', url, foreign)).statusCode).toBe(403);
    expect((await portal.send('POST', url, { payload: { text: 'x' } })).statusCode).toBe(400);
    expect((await portal.send('POST', url.replace(scene.discussionId, newId()), { headers, payload })).statusCode).toBe(
      404,
    );
  });

  it('the pages of the form alone may ask our server by script; scripts of a page stay within 15 KB', async () => {
    const here = `/en/discussions/${scene.discussionId}`;
    const policy = async (url: string) => String((await portal.get(url)).headers['content-security-policy']);
    expect(await policy(`${here}/remark`)).toContain("connect-src 'self'");
    expect(await policy(here)).not.toContain('connect-src');
    const writer = await open();
    await writer.press(next);
    await writer.press(next, words);
    const addresses = [...writer.page.body.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, url = '']) => url);
    const govuk = addresses.map((url) => url.replace(/[^/]+$/, 'govuk-frontend.min.js')).slice(0, 1);
    const sizes = await Promise.all(
      [...addresses, ...govuk].map(async (url) => {
        const { rawPayload, headers } = await portal.get(url, { headers: { 'accept-encoding': 'br' } });
        expect(headers['content-encoding']).toBe('br');
        return rawPayload.length;
      }),
    );
    expect(addresses).toHaveLength(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(15 * 1024);
  });
});

describe('the close (R8.4)', () => {
  it('is said on every page when it is near, and the last page decides', async () => {
    const closing = await openScene(portal);
    const closeAt = (when: string) =>
      portal.database.query(`update discussion set close_at = clock_timestamp() + $2::interval where id = $1`, [
        closing.discussionId,
        when,
      ]);
    await closeAt('2 hours');
    const writer = await open(closing);
    expect(writer.page.body).not.toContain(t('steps.hurry'));
    await closeAt('59 minutes');
    await writer.press(next);
    expect(writer.page.body).toMatch(/58 minutes/);
    expect(writer.page.body).toContain(t('steps.hurry'));
    await endTerm(portal, closing);
    await writer.press(next, words);
    expect([writer.heading, writer.page.body]).toEqual([
      t('remark.attachments'),
      expect.stringContaining(t('steps.over')),
    ]);
    await writer.press(next);
    await writer.press(next, sender);
    await writer.press(next);
    const late = await writer.press(send);
    expect([late.statusCode, writer.heading]).toEqual([409, t('late.title')]);
  });
});
