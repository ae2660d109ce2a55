import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { draftingScene, editorFields } from './drafting-scene.js';
import { postingTo } from './form-post.js';
import { as, daysAgo, openLetterScene, scan } from './letter-scene.js';
import { multipartForm, png } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { change, next, openForm, send, sender, t, toCheck, words } from './remark-pages.js';
import { closeScene, openScene, type Scene, sendRemark, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
});
afterAll(() => portal.stop());

const ru = translator('ru');
const toRussian = ru('language.ru');
const again = { again: 'yes' };
const post = postingTo(() => portal);
const headerOf = (html: string) => html.slice(html.indexOf('<header'), html.indexOf('</header>'));
const remarks = () => portal.database.query('select from remark').then(({ length }) => length);

describe('the language within the form for a remark', () => {
  it('changes on every page, with everything typed, chosen and put in, and nothing of it is judged', async () => {
    const headings = ['remark.anchors', 'steps.words', 'remark.attachments', 'remark.author', 'remark.public-title'];
    const half: Record<string, string | string[]>[] = [
      { anchors: ['whole', scene.clauses[1] ?? ''] },
      { kind: 'PROPOSAL', text: 'Half "a" <thought>', proposedWording: '' },
      {},
      { senderKind: 'LEGAL_ENTITY', name: 'Құпия', organisation: '«Дала»', bin: '12', email: 'not yet' },
      { nameConsent: 'yes' },
    ];
    const whole = [{}, words, {}, { ...sender, bin: '' }, {}];
    const writer = await openForm(portal, scene);
    const key = writer.fields.get('key');
    for (const [index, typed] of half.entries()) {
      const files = index === 2 ? [{ name: 'files', fileName: 'сурет.png', content: png }] : [];
      await writer.press(toRussian, { ...typed, ...again }, files);
      expect([writer.page.statusCode, writer.heading]).toEqual([200, ru(headings[index] as 'steps.words')]);
      expect(writer.page.body).not.toContain('govuk-error');
      for (const [name, value] of Object.entries(typed))
        expect([name, writer.fields.get(name)]).toEqual([name, [value].flat()]);
      expect(writer.fields.get('kept')?.length).toBe(index < 2 ? undefined : 1);
      await writer.press(translator('en')('language.en'), again);
      expect(writer.heading).toBe(t(headings[index] as 'steps.words'));
      await writer.press(next, whole[index]);
    }
    const rows = await remarks();
    await writer.press(toRussian, again);
    expect([writer.page.statusCode, writer.heading]).toEqual([200, ru('steps.check')]);
    expect([writer.fields.get('key'), await remarks()]).toEqual([key, rows]);
    expect((await writer.press(ru('remark.submit'))).statusCode).toBe(303);
    expect(await remarks()).toBe(rows + 1);
  });

  it('stays a change of one answer, a form of a signed-in person, and one that was refused', async () => {
    const session = await signIn(portal, scene.officer);
    const writer = await toCheck(await openForm(portal, scene, { headers: as(session).headers }));
    for (const heading of ['remark.attachments', 'steps.words'] as const) {
      await writer.press(change(t(heading)));
      await writer.press(toRussian, again);
      expect([writer.heading, writer.fields.get('changing')]).toEqual([ru(heading), ['yes']]);
      await writer.press(translator('en')('language.en'), again);
      await writer.press(next);
      expect(writer.heading).toBe(t('steps.check'));
    }
    await writer.press(send, { text: '' });
    await writer.press(toRussian, again);
    expect([writer.heading, writer.buttons.has(ru('form.text-missing'))]).toEqual([ru('steps.check'), true]);
    expect((await writer.press(translator('en')('language.en'), { ...again, csrf: 'x' })).statusCode).toBe(403);
  });

  it('asks once more whether the personal data in the text was seen, in words that are read', async () => {
    const writer = await toCheck(await openForm(portal, scene));
    await writer.press(send, { text: 'Call me: +7 701 123 45 67' });
    expect(writer.page.body).toContain(t('privacy.warning-title'));
    await writer.press(toRussian, again);
    expect((await writer.press(ru('remark.submit'))).body).toContain(ru('privacy.warning-title'));
    expect((await writer.press(ru('privacy.send-all-the-same'))).statusCode).toBe(303);
  });

  it('is a link wherever nothing can be lost', async () => {
    const { body } = await portal.get(`/en/discussions/${scene.discussionId}`);
    expect(headerOf(body)).toMatch(
      new RegExp(`<a [^>]*href="/ru/discussions/${scene.discussionId}"[^>]*hreflang="ru"`),
    );
    expect(headerOf(body)).not.toContain('formaction');
    const list = (await portal.get('/en/discussions?q=%D1%81%D1%80%D0%BE%D0%BA&state=open')).body;
    expect(headerOf(list)).toContain('href="/ru/discussions?q=%D1%81%D1%80%D0%BE%D0%BA&amp;state=open"');
  });

  it('changes while the text of a sent remark is being replaced', async () => {
    const { number, secret } = await sendRemark(portal, scene, 'Before');
    const form = multipartForm({ kind: '', anchors: 'whole', text: 'Half a thought', ...again });
    const answer = await portal.send('POST', `/ru/remarks/${number}/${secret}/replace`, form);
    expect([answer.statusCode, answer.body.includes('govuk-error')]).toEqual([200, false]);
    expect(answer.body).toContain('Half a thought</textarea>');
    const english = new RegExp(`form="replacement" formaction="/en/remarks/${number}/${secret}/replace"`);
    expect(headerOf(answer.body)).toMatch(english);
    const [row] = await portal.database.query('select body from remark where number = $1', [number]);
    expect(row).toEqual({ body: 'Before' });
  });
});

describe('the language within a form of officials', () => {
  it('changes in the editor of a draft, and no version is saved', async () => {
    const { procedureId, sessions } = await draftingScene(portal);
    const page = `officer/procedures/${procedureId}/text`;
    const shown = (await portal.get(`/ru/${page}`, as(sessions.officer))).body;
    expect(headerOf(shown)).toContain(`form="draft" formaction="/kk/${page}" name="again"`);
    const fields = { ...editorFields(shown), 'text-3-kk': 'Жарты ой', ...again };
    const answer = await post(sessions.officer, `/kk/${page}`, fields);
    expect([answer.statusCode, editorFields(answer.body)['text-3-kk']]).toEqual([200, 'Жарты ой']);
    expect(answer.body).toContain(translator('kk')('drafting.edit'));
    const versions = await portal.database.query('select from draft_version where procedure_id = $1', [procedureId]);
    expect(versions).toHaveLength(1);
  });

  it('changes in the form of a letter, with its scan, and nothing is entered', async () => {
    const letters = await openLetterScene(portal);
    const session = await signIn(portal, letters.officer);
    const page = `officer/discussions/${letters.discussionId}/entries/new`;
    const shown = (await portal.get(`/ru/${page}`, as(session))).body;
    expect(headerOf(shown)).toContain(`form="entry" formaction="/kk/${page}?csrf=${session.csrf}" name="again"`);
    const typed = { key: newId(), arrivalDay: daysAgo(2), text: 'Жарты <ой>', language: 'kk', ...again };
    const { payload, headers } = multipartForm(typed, [scan]);
    const sent = { payload, headers: { ...headers, ...as(session).headers } };
    const { statusCode, body } = await portal.send('POST', `/kk/${page}?csrf=${session.csrf}`, sent);
    expect([statusCode, body.includes('govuk-error')]).toEqual([200, false]);
    expect(body).toContain(translator('kk')('entry.new'));
    for (const each of ['Жарты &lt;ой&gt;', typed.key, typed.arrivalDay, scan.fileName]) expect(body).toContain(each);
    expect(await portal.database.query('select from received_entry')).toEqual([]);
  });

  it('changes in the form of a decision, and nothing is decided', async () => {
    const closing = await openScene(portal);
    const { number } = await sendRemark(portal, closing, 'To be decided');
    await closeScene(portal, closing);
    const session = await signIn(portal, closing.officer);
    const page = `officer/remarks/${number}`;
    const shown = (await portal.get(`/ru/${page}`, as(session))).body;
    expect(headerOf(shown)).toContain(`form="decision" formaction="/kk/${page}" name="again"`);
    const typed = { point: '1', outcome: 'NOT_TAKEN_INTO_ACCOUNT', groundKk: 'Жарты ой', ...again };
    const { statusCode, body } = await post(session, `/kk/${page}`, typed);
    expect([statusCode, body.includes('govuk-error')]).toEqual([200, false]);
    expect(body).toMatch(/value="NOT_TAKEN_INTO_ACCOUNT" checked/);
    expect(body).toContain('Жарты ой</textarea>');
    expect(await portal.database.query('select from decision')).toEqual([]);
  });
});
