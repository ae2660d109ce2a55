import { describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { checkFiles } from '../../apps/portal/test/checked-files.js';
import { multipartForm } from '../../apps/portal/test/multipart-form.js';
import { openScene } from '../../apps/portal/test/scene.js';
import { eicar, plantedJpeg, plantedPng, plantedWord, startClamd } from '../../libs/files/src/testing/index.js';
import { browserBed } from './browser-bed.js';
import { officerAtDesk } from './officer-at-desk.js';
import { Visitor } from './visitor.js';

const bed = browserBed();

/** With a byte of its picture changed, so that its checksum is wrong. */
function spoilt(picture: Buffer): Buffer {
  const at = picture.indexOf('IDAT') + 6;
  picture.writeUInt8(picture.readUInt8(at) ^ 1, at);
  return picture;
}

async function sent(discussionId: string, language: string): Promise<string> {
  const typed = { key: newId(), kind: 'REMARK', anchors: 'whole', text: 'Мерзім тым ұзақ.', senderKind: 'INDIVIDUAL' };
  const files = [
    ['көшедегі сурет.jpg', plantedJpeg()],
    ['ұсыныс.docx', await plantedWord()],
    ['сызба.png', spoilt(plantedPng())],
    ['вирус.jpg', Buffer.concat([plantedJpeg(), Buffer.from(eicar)])],
  ] as const;
  const form = multipartForm(
    { ...typed, name: 'Құпия Атауы', email: 'qupia@secret.example' },
    files.map(([fileName, content]) => ({ name: 'files', fileName, content })),
  );
  const answer = await bed.portal.send('POST', `/${language}/discussions/${discussionId}/remark`, form);
  return String(answer.headers.location).replace(/\/receipt$/, '');
}

describe('what became of files', () => {
  it.each([
    ['kk', 1280],
    ['ru', 320],
  ] as const)('%s, %d px: is read by the sender and by the official', async (language, width) => {
    const t = translator(language);
    const scene = await openScene(bed.portal);
    const own = await sent(scene.discussionId, language);
    const number = own.split('/')[3] ?? '';
    const clamd = await startClamd();
    await checkFiles(bed.portal, clamd.url);
    await clamd.stop();
    const visitor = await Visitor.arrive(bed.browser, bed.base, { viewport: { width, height: 900 } });
    await visitor.open(own);
    await visitor.isAt(t('own.title', { number }));
    expect(await visitor.text()).toContain(t('file.removed.PLACE'));
    await visitor.leave();

    const officer = await officerAtDesk(bed.browser, bed.base, scene.officer, { language, width });
    await officer.open(`/${language}/officer/remarks/${number}`);
    await officer.isAt(new RegExp(number));
    const text = await officer.text();
    expect(text).toContain(t('file.state.CLEAN'));
    expect(text).toContain(t('file.state.QUARANTINED', { name: 'Eicar-Signature' }));
    expect(await officer.page.getByRole('link', { name: 'көшедегі сурет.jpg' }).count()).toBe(1);
    expect(await officer.page.getByRole('link', { name: 'вирус.jpg' }).count()).toBe(0);
    await officer.leave();
  });
});
