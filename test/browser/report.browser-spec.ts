import { describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { plannedSteps, ReportOf, SignatureOf } from '#lib/reports';
import { instantOf } from '#lib/kernel';
import { officerOf } from '#lib/testing';
import { makeTestPki, signDetached } from '../../libs/signatures/src/testing/index.js';
import {
  carryOut,
  type ClosedScene,
  closedScene,
  decide,
  decideAll,
  publish,
  published,
  serviceOf,
} from '../../apps/portal/test/report-scene.js';
import { officerAtDesk, type Tongue } from './officer-at-desk.js';
import { browserBed } from './browser-bed.js';
import { Visitor } from './visitor.js';

const bed = browserBed();

const LAST = plannedSteps.length;
const runOf = async ({ discussionId }: ClosedScene): Promise<string> => {
  const [run] = await bed.portal.database.query<{ id: string }>(
    `select id from report_run where discussion_id = $1 and state = 'RUNNING'`,
    [discussionId],
  );
  return run?.id ?? '';
};
const newestOf = async ({ discussionId, bodyId }: ClosedScene) =>
  (await serviceOf(bed.portal, ReportOf).versions(discussionId, officerOf(bodyId)))[0]?.id ?? '';

/** A page of the report of an official, by its tab. */
async function turnTo(visitor: Visitor, tab: string, heading: string): Promise<void> {
  await visitor.page.locator('.talqy-tabs').getByRole('link', { name: tab, exact: true }).click();
  await visitor.isAt(heading);
}

/** Asks for the report and watches it being made: what the server does is seen without a click. */
async function watchTheMaking(visitor: Visitor, language: Tongue, scene: ClosedScene): Promise<void> {
  const t = translator(language);
  const summary = (state: 'RUNNING' | 'DONE', done: number) =>
    t('making.summary', { state: t(`making.state.${state}`), done, total: LAST });
  const waitFor = (text: string) => visitor.page.locator('#summary', { hasText: text }).waitFor();
  await visitor.press(t('making.assemble'));
  await visitor.isAt(t('making.title'));
  await waitFor(summary('RUNNING', 0));
  await visitor.page.locator('#refresh').waitFor({ state: 'hidden' });
  const runId = await runOf(scene);
  await carryOut(bed.portal, runId, 1, 2);
  await waitFor(summary('RUNNING', 2));
  expect(await visitor.page.locator('#step-2 .talqy-step-state').innerText()).toBe(t('making.step-state.DONE'));
  await visitor.isAt(t('making.title'));
  await carryOut(bed.portal, runId, 3);
  await waitFor(summary('DONE', LAST));
  await visitor.page.getByRole('button', { name: t('making.cancel') }).waitFor({ state: 'detached' });
  await visitor.isAt(t('making.title'));
}

/** Records where the report was placed besides: first without an address, then with it and a picture of the page. */
async function place(visitor: Visitor, language: Tongue): Promise<void> {
  const t = translator(language);
  const picture = await visitor.page.screenshot();
  await visitor.press(t('placing.submit'));
  await visitor.isAt(t('placing.title'));
  expect(await visitor.text()).toContain(t('place.url-wrong'));
  await visitor.fill(t('placing.url'), 'https://egov.example.kz/report/1');
  const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  await visitor.fill(t('place.placed-at'), yesterday);
  const file = { name: 'бет.png', mimeType: 'image/png', buffer: picture };
  await visitor.page.getByLabel(t('placing.proof-file')).setInputFiles(file);
  await visitor.press(t('placing.submit'));
  await visitor.isAt(t('placing.title'));
  expect(await visitor.text()).toContain(t('placing.recorded'));
  expect(await visitor.text()).not.toContain(t('placing.lacks'));
}

describe('the report', () => {
  it.each([
    ['kk', 1280],
    ['ru', 360],
  ] as const)(
    '%s, %d px: from the checklist by its making, watched live, to the electronic signature and its placement',
    async (language, width) => {
      const t = translator(language);
      const scene = await closedScene(bed.portal, 'Бірінші ескерту', 'Екінші ескерту');
      const [first = '', second = ''] = scene.numbers;
      const signer = await officerAtDesk(bed.browser, bed.base, scene.signer, { language, width });
      const own = `/${language}/officer/discussions/${scene.discussionId}/report`;
      await signer.open(own);
      await signer.isAt(t('report.page-title'));
      for (const number of scene.numbers) expect(await signer.text()).toContain(number);
      await decide(bed.portal, scene, first);
      await decide(bed.portal, scene, second);
      await signer.open(own);
      await signer.isAt(t('report.page-title'));
      expect(await signer.text()).not.toContain(first);
      await watchTheMaking(signer, language, scene);

      await turnTo(signer, t('closing.tab'), t('report.page-title'));
      await signer.page.getByRole('button', { name: t('closing.to-signing') }).click();
      await signer.isAt(t('signing.title'));
      const upload = signer.page.getByLabel(t('signing.file'));
      const file = (buffer: Buffer) => ({ name: 'есеп.p7s', mimeType: 'application/pkcs7-signature', buffer });
      await upload.setInputFiles(file(Buffer.from('no signature')));
      await signer.press(t('report.sign'));
      await signer.isAt(t('signing.title'));
      expect(await signer.text()).toContain(t('signature.refused.NOT_CMS'));
      const reportId = await newestOf(scene);
      const sheet = await serviceOf(bed.portal, SignatureOf).sheet(reportId, officerOf(scene.bodyId, 'signer'));
      const cms = signDetached(Buffer.from(sheet ?? ''), makeTestPki(instantOf(Date.now())).official);
      await upload.setInputFiles(file(cms));
      await signer.press(t('report.sign'));
      await signer.isAt(t('signing.title'));
      expect(await signer.text()).toContain('ӘБДІҒАЛИҚЫЗЫ ҚҰРАЛАЙ');

      await publish(bed.portal, reportId);
      await turnTo(signer, t('placing.tab'), t('placing.title'));
      await place(signer, language);
      await turnTo(signer, t('errata.tab'), t('errata.title'));
      await signer.press(t('errata.submit'));
      await signer.isAt(t('errata.title'));
      await signer.page.locator('#reasonKk-error').waitFor();
      await turnTo(signer, t('versions.tab'), t('versions.title'));
      await signer.leave();
    },
  );

  it('360 px, without scripts: is made by refreshing, and its results are read, filtered and downloaded', async () => {
    const t = translator('ru');
    const scene = await closedScene(bed.portal, 'Бірінші ескерту', 'Екінші ескерту');
    await decideAll(bed.portal, scene);
    const plain = { javaScriptEnabled: false, viewport: { width: 360, height: 900 } };
    const officer = await Visitor.arrive(bed.browser, bed.base, plain);
    await officer.open('/ru/sign-in');
    await officer.fill(t('sign-in.login'), scene.officer.email);
    await officer.fill(t('sign-in.password'), scene.officer.password);
    await officer.press(t('sign-in.submit'));
    await officer.open(`/ru/officer/discussions/${scene.discussionId}/report`);
    await officer.press(t('making.assemble'));
    await officer.isAt(t('making.title'));
    expect(await officer.text()).toContain(t('making.refresh-hint'));
    await carryOut(bed.portal, await runOf(scene));
    await officer.follow(t('making.refresh'));
    const state = t('making.state.DONE');
    expect(await officer.text()).toContain(t('making.summary', { state, done: LAST, total: LAST }));
    await officer.leave();
    await published(bed.portal, scene);

    const citizen = await Visitor.arrive(bed.browser, bed.base, plain);
    await citizen.open(`/ru/discussions/${scene.discussionId}/report`);
    await citizen.isAt(t('results.title'));
    const [, number = ''] = scene.numbers;
    await citizen.fill(t('results.words'), number);
    await citizen.press(t('queue.filter'));
    expect(await citizen.text()).toContain('Екінші ескерту');
    expect(await citizen.text()).not.toContain('Бірінші ескерту');
    const download = citizen.page.waitForEvent('download');
    await citizen.page.getByRole('link', { name: /^PDF, Русский/ }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
    await citizen.leave();
  });

  it.each([
    ['kk', 360],
    ['ru', 1280],
    ['en', 320],
  ] as const)('%s, %d px: its results are for everybody, pictures and all', async (language, width) => {
    const t = translator(language);
    const scene = await closedScene(bed.portal, 'Бірінші ескерту', 'Екінші ескерту');
    await decideAll(bed.portal, scene);
    await published(bed.portal, scene);
    const citizen = await Visitor.arrive(bed.browser, bed.base, { viewport: { width, height: 900 } });
    await citizen.open(`/${language}/discussions/${scene.discussionId}/report`);
    await citizen.isAt(t('results.title'));
    for (const part of ['results.we-asked', 'results.you-said', 'results.we-did', 'results.part.placements'] as const)
      expect(await citizen.text()).toContain(t(part));
    await citizen.leave();
  });
});
