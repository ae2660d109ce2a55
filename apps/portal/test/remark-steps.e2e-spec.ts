import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages, newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { multipartForm } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { back, change, next, openForm, send, sender, t, toCheck, words } from './remark-pages.js';
import { openScene, type Scene, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
});
afterAll(() => portal.stop());

const open = (language = 'en', at = scene, headers: Record<string, string> = {}) =>
  openForm(portal, at, { language, headers });

const remarks = () => portal.database.query('select from remark').then(({ length }) => length);

describe.each(languages)('the pages of a remark in %s', (language) => {
  it('ask one thing each, say how far one is and until when, and end with the receipt', async () => {
    const say = translator(language);
    const writer = await open(language);
    const typed: Record<string, string>[] = [{}, words, {}, sender, { nameConsent: 'yes' }, {}];
    const headings = ['remark.anchors', 'steps.words', 'remark.attachments', 'remark.author', 'remark.public-title'];
    const rows = await remarks();
    for (const [index, key] of [...headings, 'steps.check'].entries()) {
      expect([writer.page.statusCode, writer.heading]).toEqual([200, say(key as 'steps.words')]);
      expect(writer.page.body).toContain(say('steps.progress', { step: index + 1, count: 6 }));
      expect(writer.page.body).toMatch(/24:00[\s\S]*UTC\+5/);
      expect(writer.page.body).not.toMatch(/undefined|\[object/);
      expect(writer.page.headers['set-cookie']).toBeUndefined();
      expect(await remarks()).toBe(rows);
      if (key === 'steps.check')
        for (const text of Object.values(sender).slice(1)) expect(writer.page.body).toContain(text);
      await writer.press(say(index < 5 ? 'steps.next' : 'remark.submit'), typed[index]);
    }
    expect([writer.page.statusCode, writer.page.headers.location]).toEqual([303, expect.stringMatching(/\/receipt$/)]);
    const [row] = await portal.database.query(
      `select kind, body, proposed_wording as wording, language, anchors, name_consent is not null as consents
         from remark r join sealed_sender on subject_id = r.id order by received_at desc limit 1`,
    );
    expect(row).toEqual({
      kind: 'PROPOSAL',
      body: words.text,
      wording: words.proposedWording,
      language,
      anchors: [scene.clauses[4]],
      consents: true,
    });
  });
});

describe('a page of a remark', () => {
  it('names what is missing on it and nothing of the others, and keeps what is there', async () => {
    const writer = await open();
    expect((await writer.press(next, { anchors: [] })).statusCode).toBe(422);
    expect([writer.heading, writer.page.body]).toEqual([
      t('remark.anchors'),
      expect.stringContaining('href="#anchors"'),
    ]);
    expect(writer.page.body).toMatch(/<title>\s*Error/);
    expect((await writer.press(next, { anchors: newId() })).body).toContain(t('form.anchor-unknown'));
    await writer.press(next, { anchors: [scene.clauses[1] ?? '', 'whole'] });
    expect((await writer.press(next, { proposedWording: 'Stays here' })).statusCode).toBe(422);
    expect(writer.page.body).toMatch(/href="#kind"[\s\S]*href="#text"/);
    expect(writer.page.body).not.toMatch(/href="#(name|email|anchors)"/);
    expect(writer.fields.get('proposedWording')).toEqual(['Stays here']);
    expect(writer.fields.get('anchors')).toEqual([scene.clauses[1], 'whole']);
    const long = await writer.press(next, { ...words, text: 'x'.repeat(20_001) });
    expect([long.statusCode, writer.heading]).toEqual([422, t('steps.words')]);
    await writer.press(next, words);
    await writer.press(next);
    const wrong = { senderKind: 'LEGAL_ENTITY', bin: '12', email: 'not an address' };
    expect((await writer.press(next, wrong)).statusCode).toBe(422);
    for (const field of ['name', 'organisation', 'bin', 'email'])
      expect(writer.page.body).toContain(`href="#${field}"`);
    expect(writer.fields.get('bin')).toEqual(['12']);
  });

  it('is left backwards with what is typed on it, complete or not', async () => {
    const writer = await open();
    await writer.press(next);
    await writer.press(back, { text: 'Half a thought' });
    expect([writer.page.statusCode, writer.heading]).toEqual([200, t('remark.anchors')]);
    await writer.press(next, { anchors: [scene.clauses[1] ?? '', scene.clauses[2] ?? ''] });
    expect(writer.fields.get('text')).toEqual(['Half a thought']);
    await writer.press(next, words);
    await writer.press(next);
    await writer.press(back, { name: 'Only a name' });
    await writer.press(back);
    expect(writer.fields.get('text')).toEqual([words.text]);
    await writer.press(next);
    await writer.press(next);
    expect(writer.fields.get('name')).toEqual(['Only a name']);
    expect(writer.fields.get('anchors')).toEqual([scene.clauses[1], scene.clauses[2]]);
  });

  it('has an address of its own that gives nothing away and leads to the first; another one there is not', async () => {
    const here = `/en/discussions/${scene.discussionId}/remark`;
    const { statusCode, headers } = await portal.get(`${here}/sender`);
    expect([statusCode, headers.location]).toEqual([303, here]);
    expect((await portal.get(`${here}/nothing`)).statusCode).toBe(404);
    expect((await portal.send('POST', `${here}/nothing`)).statusCode).toBe(404);
    expect((await portal.send('POST', `/en/discussions/${newId()}/remark/words`)).statusCode).toBe(404);
    const writer = await toCheck(await open());
    for (const url of writer.buttons.values()) expect(url).not.toMatch(/[?%=]/);
    const foreign = { headers: { origin: 'https://evil.example' } };
    expect((await portal.send('POST', `${here}/words`, foreign)).statusCode).toBe(403);
  });

  it('carries the token of a signed-in person, with files and without', async () => {
    const { headers } = await signIn(portal, scene.officer);
    const writer = await toCheck(await open('en', scene, { cookie: headers.cookie }));
    expect((await writer.press(send)).statusCode).toBe(303);
    const other = await open('en', scene, { cookie: headers.cookie });
    const first = other.page;
    expect((await other.press(next, { csrf: 'x' })).statusCode).toBe(403);
    other.page = first;
    await other.press(next);
    await other.press(next, words);
    const action = other.buttons.get(next) ?? '';
    const { payload, headers: of } = multipartForm({ text: 'No token' });
    const without = { headers: { ...of, cookie: headers.cookie }, payload };
    expect([action, (await portal.send('POST', action.replace(/\?.*/, ''), without)).statusCode]).toEqual([
      expect.stringMatching(/\?csrf=/),
      403,
    ]);
  });
});

describe('the last page', () => {
  it('leads to each answer and back to itself, faults or not', async () => {
    const writer = await toCheck(await open());
    await writer.press(change(t('steps.words')));
    expect([writer.heading, writer.buttons.has(back)]).toEqual([t('steps.words'), false]);
    expect((await writer.press(next, { text: '' })).statusCode).toBe(422);
    await writer.press(next, { text: 'Four days, please.' });
    expect([writer.page.statusCode, writer.heading]).toEqual([200, t('steps.check')]);
    await writer.press(change(t('remark.author')));
    await writer.press(next, { senderKind: 'LEGAL_ENTITY', organisation: '«Дала» ЖШС' });
    expect(writer.page.body).toContain('«Дала» ЖШС');
    for (const heading of ['remark.anchors', 'remark.attachments', 'remark.public-title'] as const) {
      await writer.press(change(t(heading)));
      expect(writer.heading).toBe(t(heading));
      await writer.press(next);
      expect(writer.heading).toBe(t('steps.check'));
    }
    expect((await writer.press(send)).statusCode).toBe(303);
    const [row] = await portal.database.query('select body from remark order by received_at desc limit 1');
    expect(row).toEqual({ body: 'Four days, please.' });
  });

  it('names what is wrong with what is sent, and each fault leads to the page where it is mended', async () => {
    const writer = await toCheck(await open());
    const rows = await remarks();
    expect((await writer.press(send, { text: '', email: 'nowhere' })).statusCode).toBe(422);
    expect([writer.heading, await remarks()]).toEqual([t('steps.check'), rows]);
    await writer.press(t('form.text-missing'));
    expect([writer.page.statusCode, writer.heading]).toEqual([200, t('steps.words')]);
    expect(writer.page.body).toContain('href="#text"');
    expect((await writer.press(next, { text: 'Mended' })).statusCode).toBe(422);
    expect([writer.heading, writer.buttons.has(t('form.text-missing'))]).toEqual([t('steps.check'), false]);
    await writer.press(t('form.email-wrong'));
    await writer.press(next, { email: sender.email });
    expect((await writer.press(send)).statusCode).toBe(303);
  });

  it('REQ-37: sent twice, by a double click, the back button or a reload, makes one remark', async () => {
    const writer = await toCheck(await open());
    const before = writer.page;
    const rows = await remarks();
    const first = await writer.press(send);
    for (let again = 0; again < 2; again += 1) {
      writer.page = before;
      expect((await writer.press(send)).headers.location).toBe(first.headers.location);
    }
    expect(await remarks()).toBe(rows + 1);
  });

  it('REQ-37: asks whether another text from the same form is one remark more', async () => {
    const writer = await toCheck(await open());
    const before = writer.page;
    const rows = await remarks();
    await writer.press(send);
    writer.page = before;
    expect((await writer.press(send, { text: 'Another text' })).statusCode).toBe(422);
    expect([writer.page.body, await remarks()]).toEqual([expect.stringContaining(t('steps.sent-already')), rows + 1]);
    expect((await writer.press(send)).statusCode).toBe(303);
    expect(await remarks()).toBe(rows + 2);
  });
});
