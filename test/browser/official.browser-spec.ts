import { describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { PublishReport, ReportOf } from '#lib/reports';
import {
  closeScene,
  makeReport,
  openScene,
  type Person,
  type Scene,
  sendRemark,
} from '../../apps/portal/test/scene.js';
import { officerAtDesk, type Tongue } from './officer-at-desk.js';
import { browserBed } from './browser-bed.js';
import { Visitor } from './visitor.js';

const bed = browserBed();

const signIn = (language: Tongue, person: Person, width: number): Promise<Visitor> =>
  officerAtDesk(bed.browser, bed.base, person, { language, width });

async function decide(visitor: Visitor, language: Tongue, number: string): Promise<void> {
  const t = translator(language);
  await visitor.follow(number);
  await visitor.isAt(new RegExp(number));
  await visitor.press(t('decide.submit'));
  await visitor.isAt(new RegExp(number));
  expect(await visitor.text()).toContain(t('decide.outcome-missing'));
  await visitor.choose(t('outcome.not-taken-into-account'));
  await visitor.page.getByLabel(t('decide.reason'), { exact: true }).selectOption('ALREADY_PROVIDED');
  await visitor.fill(t('decide.ground-kk'), 'Жобаның екінші бөлімінде көзделген.');
  await visitor.fill(t('decide.ground-ru'), 'Предусмотрено вторым разделом проекта.');
  await visitor.press(t('decide.submit'));
  await visitor.isAt(new RegExp(number));
  expect(await visitor.text()).toContain(t('decide.recorded'));
  await visitor.follow(t('queue.title'));
  await visitor.isAt(t('queue.title'));
}

async function publish({ discussionId }: Scene): Promise<void> {
  const [report] = await bed.portal.database.query<{ id: string }>('select id from report where discussion_id = $1', [
    discussionId,
  ]);
  await bed.portal.app
    .get(PublishReport, { strict: false })
    .execute({ reportId: report?.id ?? '', publicUrl: bed.base });
  expect(await bed.portal.app.get(ReportOf, { strict: false }).published(discussionId)).toBeDefined();
}

describe('officials', () => {
  it.each([
    ['kk', 1280],
    ['ru', 320],
  ] as const)(
    '%s, %d px: from the queue by decisions to the signed report, and the citizen reads the answer',
    async (language, width) => {
      const t = translator(language);
      const scene = await openScene(bed.portal);
      const remark = await sendRemark(bed.portal, scene);
      await closeScene(bed.portal, scene);
      const officer = await signIn(language, scene.officer, width);
      await officer.follow(new RegExp(t('desk.queue')));
      await officer.isAt(t('queue.title'));
      await decide(officer, language, remark.number);
      await officer.follow(t('report.page-title'));
      await officer.isAt(t('report.page-title'));
      await officer.press(t('making.assemble'));
      await officer.isAt(t('making.title'));
      await makeReport(bed.portal, scene);
      // The page loads itself anew when the making is over.
      await officer.page.getByRole('button', { name: t('making.cancel') }).waitFor({ state: 'detached' });
      await officer.open(`/${language}/officer/discussions/${scene.discussionId}/report`);
      await officer.isAt(t('report.page-title'));
      expect(await officer.text()).toContain(t('report.signer-only'));
      await officer.page.getByRole('button', { name: t('nav.sign-out') }).click();
      await officer.isAt(t('start.title'));
      await officer.leave();

      const signer = await signIn(language, scene.signer, width);
      await signer.follow(new RegExp(t('report.page-title')));
      await signer.isAt(t('report.page-title'));
      await signer.press(t('closing.to-signing'));
      await signer.isAt(t('signing.title'));
      expect(await signer.text()).toContain(t('report.statement'));
      await signer.press(t('report.sign'));
      await signer.isAt(t('signing.title'));
      expect(await signer.text()).toContain(t('report.being-published'));
      await publish(scene);
      await signer.open(`/${language}/officer/discussions/${scene.discussionId}/report`);
      await signer.press(t('report.open-public'));
      await signer.isAt(t('results.title'));
      expect(await signer.text()).toContain(t('outcome.not-taken-into-account'));
      await signer.leave();

      const sender = await Visitor.arrive(bed.browser, bed.base, { viewport: { width, height: 900 } });
      await sender.open(`/${language}/remarks/${remark.number}/${remark.secret}`);
      await sender.isAt(t('own.title', { number: remark.number }));
      expect(await sender.text()).toContain(t('results.answer'));
      await sender.leave();
    },
  );

  it('place a draft: what is wrong is named, then the discussion opens', async () => {
    const t = translator('ru');
    const scene = await openScene(bed.portal, false);
    const officer = await signIn('ru', scene.officer, 320);
    await officer.follow(/архивной справки/);
    await officer.isAt(/архивной справки/);
    await officer.press(t('place.submit'));
    await officer.isAt(/архивной справки/);
    expect(await officer.text()).toContain(t('place.none'));
    await officer.page.locator('#url-EGOV_PORTAL').fill('https://egov.example.kz/1');
    await officer.page.locator('#placedAt-EGOV_PORTAL').fill('2016-06-01');
    await officer.press(t('place.submit'));
    expect(await officer.text()).toContain(t('place.time-wrong'));
    const yesterday = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    await officer.page.locator('#placedAt-EGOV_PORTAL').fill(yesterday);
    await officer.press(t('place.submit'));
    await officer.isAt(/архивной справки/);
    expect(await officer.text()).toContain(t('banner.term-not-started'));
    await officer.leave();
  });
});
