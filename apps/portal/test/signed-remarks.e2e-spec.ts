import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { instantOf, plusMilliseconds } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { signerName } from '../../../libs/discussion/src/testing/index.js';
import { multipartForm, png } from './multipart-form.js';
import { change, next, openForm, RemarkWriter, send, t, toCheck, words } from './remark-pages.js';
import { type Scene, signIn } from './scene.js';
import { signatureFile, SigningPortal } from './signing-scene.js';

const DAY = 86_400_000;
const download = t('sign.download');

let at: SigningPortal;
let scene: Scene;
beforeAll(async () => {
  at = await SigningPortal.start();
}, 60_000);
afterAll(() => at.portal.stop());
beforeEach(async () => {
  scene = await at.scene();
});

const get = (url: string) => at.portal.get(url);

async function toSigning(): Promise<RemarkWriter> {
  const writer = await toCheck(await openForm(at.portal, scene));
  await writer.press(next);
  if (writer.heading !== t('sign.title')) throw new Error(`the form stays at "${writer.heading}"`);
  return writer;
}

/** What the button for the document answers; the page stays where it is. */
async function documentOf(writer: RemarkWriter): Promise<Buffer> {
  const stays = writer.page;
  const answer = await writer.press(download);
  writer.page = stays;
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/json']);
  expect(answer.headers['content-disposition']).toContain('attachment; filename="talqy-remark.json"');
  return answer.rawPayload;
}

describe('the pages of a remark that its sender signs (AMB-20, decision 34)', () => {
  it('lead without any gate from the answers to the document, and by its signature to the receipt', async () => {
    const writer = await toCheck(await openForm(at.portal, scene));
    expect(writer.page.body).toContain(t('sign.follows'));
    expect(writer.page.body).toContain('Step 6 of 7');
    expect([...writer.buttons.keys()]).not.toContain(send);
    await writer.press(next);
    expect([writer.page.statusCode, writer.heading]).toEqual([200, t('sign.title')]);
    const document = await documentOf(writer);
    expect((await documentOf(writer)).equals(document)).toBe(true);
    expect(JSON.parse(document.toString())).toEqual({
      scheme: 'talqy-remark/1',
      discussionId: scene.discussionId,
      kind: 'PROPOSAL',
      language: 'en',
      text: words.text,
      proposedWording: words.proposedWording,
      anchors: [scene.clauses[4]],
      attachments: [],
      publicName: null,
      onBehalfOf: null,
    });
    const sent = await writer.press(send, {}, [signatureFile(at.sign(document))]);
    expect(sent.statusCode).toBe(303);
    const receipt = String(sent.headers.location);
    expect((await get(receipt)).body).toContain(t('receipt.signed'));
    expect((await get(`${receipt}.txt`)).body).toContain(t('receipt.signed'));
    expect((await get(`${receipt}.json`)).json()).toMatchObject({ isSigned: true });
    const own = await get(receipt.replace('/receipt', ''));
    expect(own.body).toContain(t('own.signed'));
    expect(own.body).not.toContain(`>${t('remark.replace')}<`);
  });

  it('sign the SHA-256 of each file as it was sent', async () => {
    const writer = await openForm(at.portal, scene);
    await writer.press(next);
    await writer.press(next, words);
    await writer.press(next, {}, [{ name: 'files', fileName: 'сурет.png', content: png }]);
    await writer.press(next, { senderKind: 'INDIVIDUAL', name: 'Құпия Атауы', email: 'qupia@secret.example' });
    await writer.press(next, { nameConsent: 'yes' });
    await writer.press(next);
    const document = JSON.parse((await documentOf(writer)).toString()) as object;
    expect(document).toMatchObject({
      attachments: [createHash('sha256').update(png).digest('hex')],
      publicName: 'Құпия Атауы',
    });
    const sent = await writer.press(send, {}, [signatureFile(at.sign(await documentOf(writer), { key: 'RSA-2048' }))]);
    expect(sent.statusCode).toBe(303);
  });

  it.each<[string, (document: Buffer) => Buffer | undefined, string]>([
    ['no file', () => undefined, t('sign.missing')],
    ['the signature of another text', () => at.sign(Buffer.from('other words')), t('sign.other-text')],
    ['no signature at all', () => Buffer.from('no signature'), t('signature.refused.NOT_CMS')],
    ['a file that is too large', () => Buffer.alloc(65_537, 0x30), t('sign.too-large', { size: 64 })],
    [
      'an expired certificate',
      (document) => at.sign(document, { validTo: plusMilliseconds(instantOf(Date.now()), -DAY) }),
      t('signature.refused.CERTIFICATE_EXPIRED'),
    ],
    [
      'an untrusted one',
      (document) => at.sign(document, { issuer: undefined }),
      t('signature.refused.CHAIN_NOT_TRUSTED'),
    ],
    ['another text within', () => at.sign(Buffer.from('x'), {}, { embedded: Buffer.from('x') }), t('sign.other-text')],
  ])('refuse %s beside its field, and keep every answer', async (_, make, said) => {
    const writer = await toSigning();
    const before = writer.fields;
    const file = make(await documentOf(writer));
    const answer = await writer.press(send, {}, file ? [signatureFile(file)] : []);
    expect([answer.statusCode, writer.heading]).toEqual([422, t('sign.title')]);
    expect(answer.body).toContain('href="#signature"');
    expect(answer.body).toContain(said.replaceAll("'", '&#39;'));
    expect(writer.fields).toEqual(before);
    expect(await at.remarksOf(scene)).toBe(0);
  });

  it('refuse the signature of the answers before they were changed, and take that of the new ones', async () => {
    const writer = await toSigning();
    const old = at.sign(await documentOf(writer));
    await writer.press(t('steps.back'));
    expect(writer.heading).toBe(t('steps.check'));
    await writer.press(change(t('steps.words')));
    await writer.press(next, { text: 'Four days, please.' });
    expect(writer.heading).toBe(t('steps.check'));
    await writer.press(next);
    const refused = await writer.press(send, {}, [signatureFile(old)]);
    expect([refused.statusCode, refused.body.includes(t('sign.other-text'))]).toEqual([422, true]);
    expect(writer.fields.get('text')).toEqual(['Four days, please.']);
    const sent = await writer.press(send, {}, [signatureFile(at.sign(await documentOf(writer)))]);
    expect(sent.statusCode).toBe(303);
  });

  it('show personal data before the signature, and nothing at fault is signed', async () => {
    const writer = await toCheck(await openForm(at.portal, scene));
    await writer.press(change(t('steps.words')));
    await writer.press(next, { text: 'Write to me: someone@secret.example' });
    await writer.press(next);
    expect([writer.heading, writer.page.body.includes(t('privacy.warning-title'))]).toEqual([t('steps.check'), true]);
    await writer.press(next);
    expect(writer.heading).toBe(t('sign.title'));
    const sent = await writer.press(send, {}, [signatureFile(at.sign(await documentOf(writer)))]);
    expect(sent.statusCode).toBe(303);
    const form = multipartForm({ anchors: 'whole', text: '' });
    for (const path of ['remark/sign', 'remark-document', 'remark']) {
      const answer = await at.portal.send('POST', `/en/discussions/${scene.discussionId}/${path}`, form);
      expect([answer.statusCode, answer.body.includes(t('steps.check'))]).toEqual([422, true]);
    }
  });

  it('are not there where nobody asks for a signature', async () => {
    scene = await at.scene('uk');
    const writer = await toCheck(await openForm(at.portal, scene));
    expect([...writer.buttons.keys()]).toContain(send);
    const url = `/en/discussions/${scene.discussionId}/remark/sign`;
    const answer = await at.portal.send('POST', url, multipartForm(Object.fromEntries(writer.fields)));
    expect(answer.body).toContain(t('steps.check'));
  });

  it.each(['kk', 'ru'] as const)('speak %s', async (language) => {
    const own = translator(language);
    const writer = await openForm(at.portal, scene, { language });
    const typed = { ...words, senderKind: 'INDIVIDUAL', name: 'Аты', email: 'a@secret.example' };
    for (let step = 0; step < 6; step += 1)
      await writer.press(own('steps.next'), step === 1 || step === 3 ? typed : {});
    expect(writer.heading).toBe(own('sign.title'));
    const refused = await writer.press(own('remark.submit'), {}, [signatureFile(Buffer.from('x'))]);
    expect([refused.statusCode, refused.body.includes(own('signature.refused.NOT_CMS'))]).toEqual([422, true]);
  });
});

describe('a signed remark in the hands of officials', () => {
  it('is marked, filtered and counted apart; whose certificate it was they alone see, without the number', async () => {
    const writer = await toSigning();
    const sent = await writer.press(send, {}, [signatureFile(at.sign(await documentOf(writer)))]);
    const [, number = ''] = /\/remarks\/([^/]+)\//.exec(String(sent.headers.location)) ?? [];
    const officer = await signIn(at.portal, scene.officer);
    const seen = await at.portal.get(`/ru/officer/remarks/${number}`, officer);
    expect(seen.body).toContain(`замечание подписано электронной цифровой подписью: ${signerName.CN}`);
    expect(seen.body).not.toContain('870101300123');
    const api = `/api/v1/discussions/${scene.discussionId}/queue`;
    for (const [query, found] of [
      ['?signedOnly=true', ['SIGNATURE']],
      ['?senderConfirmed=true', ['SIGNATURE']],
      ['?senderConfirmed=false', []],
    ] as const)
      expect(
        (await at.portal.get(`${api}${query}`, officer))
          .json<{ items: { senderConfirmation: string }[] }>()
          .items.map(({ senderConfirmation }) => senderConfirmation),
      ).toEqual(found);
    const queue = await at.portal.get(`/ru/officer/discussions/${scene.discussionId}/queue?sender=signed`, officer);
    expect([queue.body.includes(number), queue.body.includes('подписано')]).toEqual([true, true]);
    for (const url of [`/api/v1/remarks/${number}`, `/api/v1/discussions/${scene.discussionId}/remarks`])
      expect((await at.portal.get(url)).body).not.toMatch(/SIGNATURE|ҚОЛТАҢБАЕВ/);
  });
});
