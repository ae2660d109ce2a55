import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { newId } from '#lib/kernel';
import {
  type ClamdServer,
  eicar,
  planted,
  plantedJpeg,
  plantedPdf,
  plantedPng,
  plantedWord,
  startClamd,
  wordsIn,
} from '../../../libs/files/src/testing/index.js';
import { checkFiles } from './checked-files.js';
import { multipartForm } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let clamd: ClamdServer;
let scene: Scene;
let officer: Session;
beforeAll(async () => {
  portal = await startPortal();
  clamd = await startClamd();
  scene = await openScene(portal);
  officer = await signIn(portal, scene.officer);
});
afterAll(async () => {
  await clamd.stop();
  await portal.stop();
});

interface Sent {
  readonly number: string;
  readonly own: string;
}

async function send(language: string, ...files: readonly (readonly [string, Buffer])[]): Promise<Sent> {
  const typed = { key: newId(), kind: 'REMARK', anchors: 'whole', text: 'Мерзім ұзақ.', senderKind: 'INDIVIDUAL' };
  const sender = { name: 'Сағадат Ахметова', email: 'sagadat@example.kz' };
  const form = multipartForm(
    { ...typed, ...sender },
    files.map(([fileName, content]) => ({ name: 'files', fileName, content })),
  );
  const sent = await portal.send('POST', `/${language}/discussions/${scene.discussionId}/remark`, form);
  expect(sent.statusCode).toBe(303);
  const own = String(sent.headers.location).replace(/\/receipt$/, '');
  return { number: own.split('/')[3] ?? '', own };
}

const ofOfficer = (number: string, language = 'ru') =>
  portal.get(`/${language}/officer/remarks/${number}`, { headers: officer.headers }).then(({ body }) => body);
const linksIn = (body: string) => [...body.matchAll(/href="([^"]+\/files\/[^"]+)"/g)].map(([, href = '']) => href);
const fileOf = async (number: string): Promise<string> => {
  const [row] = await portal.database.query<{ id: string }>(
    'select a.file_id as id from remark_attachment a join remark r on r.id = a.remark_id where r.number = $1',
    [number],
  );
  return `/ru/officer/remarks/${number}/files/${row?.id}`;
};
const opened = (href: string) => portal.get(href, { headers: officer.headers });

describe.each(['kk', 'ru', 'en'] as const)('a file that was sent, in %s', (language) => {
  const t = translator(language);

  it('is opened by nobody until it was looked at, and then without what was not meant', async () => {
    const all = [
      ['a.jpg', plantedJpeg()],
      ['b.png', plantedPng()],
      ['c.docx', await plantedWord()],
      ['d.pdf', await plantedPdf()],
    ] as const;
    const { number, own } = await send(language, ...all);
    const before = await ofOfficer(number, language);
    expect(linksIn(before)).toEqual([]);
    expect(before).toContain(t('file.state.WAITING'));
    expect((await opened(await fileOf(number))).statusCode).toBe(404);

    await checkFiles(portal);
    const links = linksIn(await ofOfficer(number, language));
    expect(links).toHaveLength(4);
    for (const [index, href] of links.entries()) {
      const file = await opened(href);
      expect([file.statusCode, await wordsIn(file.rawPayload, Object.values(planted))]).toEqual([200, []]);
      expect(Number(file.headers['content-length'])).toBe(file.rawPayload.length);
      expect(file.headers['content-disposition']).toMatch(/^attachment/);
      expect(file.headers['content-security-policy']).toContain('sandbox');
      expect(file.rawPayload.equals(all[index]?.[1] ?? Buffer.alloc(0))).toBe(false);
    }
    for (const page of [own, `${own}/receipt`]) {
      const { body } = await portal.get(page);
      expect(body).toContain(t('file.removed.AUTHOR'));
      expect(body).toContain(t('file.removed.PLACE'));
      expect(body).toContain(t('file.state.UNSCANNED'));
      expect(body).toContain(createHash('sha256').update(plantedJpeg()).digest('hex'));
    }
  });

  it('with malware is kept from everybody; the official and the sender read why', async () => {
    const { number, own } = await send(language, ['a.jpg', Buffer.concat([plantedJpeg(), Buffer.from(eicar)])]);
    await checkFiles(portal, clamd.url);
    const why = t('file.state.QUARANTINED', { name: 'Eicar-Signature' });
    const body = await ofOfficer(number, language);
    expect([linksIn(body), body.includes(why)]).toEqual([[], true]);
    expect((await portal.get(own)).body).toContain(why);
    expect((await opened(await fileOf(number))).statusCode).toBe(404);
    clamd.behave('stream: OK');
    await checkFiles(portal, clamd.url);
    clamd.behave(undefined);
    expect((await opened(await fileOf(number))).statusCode).toBe(200);
    expect(await ofOfficer(number, language)).toContain(t('file.state.CLEAN'));
  });
});

it('a file that cannot be cleaned is kept and not shown, with the reason', async () => {
  const broken = Buffer.concat([plantedJpeg().subarray(0, 40), Buffer.from('ffd9', 'hex')]);
  const { number } = await send('ru', ['a.jpg', broken]);
  await checkFiles(portal);
  const body = await ofOfficer(number);
  const t = translator('ru');
  expect(body).toContain(t('file.state.NOT_SHOWN', { reason: t('file.fault.DAMAGED') }));
  expect(linksIn(body)).toEqual([]);
});

it('a signed file stays as it is, and its sender is told so', async () => {
  const pdf =
    '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n' +
    '3 0 obj<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  const { number, own } = await send('ru', ['a.pdf', Buffer.from(pdf)]);
  await checkFiles(portal);
  expect((await opened(await fileOf(number))).body).toBe(pdf);
  expect((await portal.get(own)).body).toContain(translator('ru')('file.signed'));
});

it('the receipt as data has both hashes, so that the sender proves what was sent', async () => {
  const { own } = await send('ru', ['a.jpg', plantedJpeg()]);
  const waiting = (await portal.get(`${own}/receipt.json`)).json<{ files: unknown[] }>();
  const sha256 = createHash('sha256').update(plantedJpeg()).digest('hex');
  expect(waiting.files).toEqual([
    { name: 'a.jpg', sha256, keptSha256: null, state: 'WAITING', removed: [], note: null },
  ]);
  await checkFiles(portal);
  const receipt = (await portal.get(`${own}/receipt.json`)).json<{
    files: { keptSha256: string }[];
    committed: string;
  }>();
  expect(receipt.files).toEqual([
    expect.objectContaining({ sha256, state: 'UNSCANNED', keptSha256: expect.stringMatching(/^[0-9a-f]{64}$/) }),
  ]);
  expect(receipt.files[0]?.keptSha256).not.toBe(sha256);
  expect(JSON.stringify(receipt.committed)).toContain(sha256);
});
