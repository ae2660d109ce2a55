import { describe, expect, it } from '@jest/globals';
import { SuggestGroups } from '#lib/consideration';
import { translator } from '#lib/localisation';
import { closeScene, openScene, type Person, type Scene, sendRemark } from '../../apps/portal/test/scene.js';
import { browserBed } from './browser-bed.js';
import { Visitor } from './visitor.js';

const bed = browserBed();

const letter =
  'Анықтама беру мерзімін он бес жұмыс күнінен бес жұмыс күніне дейін қысқартуды сұраймыз, себебі көршілес елдерде мұндай ' +
  'анықтама бір күнде беріледі және азаматтар оны күтіп жұмыстан қалады.';

async function closedScene(): Promise<{ scene: Scene; numbers: string[] }> {
  const scene = await openScene(bed.portal);
  const numbers: string[] = [];
  for (const text of [letter, letter.replace('бір күнде', 'екі күнде'), letter, letter]) {
    numbers.push((await sendRemark(bed.portal, scene, text)).number);
  }
  await closeScene(bed.portal, scene);
  return { scene, numbers };
}

/** What a worker does. */
async function carryOut({ discussionId }: Scene): Promise<void> {
  const [run] = await bed.portal.database.query<{ id: string }>(
    'select id from grouping_run where discussion_id = $1',
    [discussionId],
  );
  await bed.portal.app.get(SuggestGroups, { strict: false }).execute(run?.id ?? '');
}

interface Eyes {
  readonly language: 'kk' | 'ru' | 'en';
  readonly width: number;
  readonly javaScriptEnabled: boolean;
}

async function signIn({ language, width, javaScriptEnabled }: Eyes, { email, password }: Person): Promise<Visitor> {
  const t = translator(language);
  const options = { viewport: { width, height: 900 }, javaScriptEnabled };
  const visitor = await Visitor.arrive(bed.browser, bed.base, options);
  await visitor.open(`/${language}/sign-in`);
  await visitor.fill(t('sign-in.login'), email);
  await visitor.fill(t('sign-in.password'), password);
  await visitor.press(t('sign-in.submit'));
  await visitor.isAt(t('nav.desk'));
  return visitor;
}

describe('an officer', () => {
  it.each<Eyes>([
    { language: 'kk', width: 1280, javaScriptEnabled: true },
    { language: 'ru', width: 320, javaScriptEnabled: true },
    { language: 'en', width: 320, javaScriptEnabled: false },
  ])('looks for similar remarks, confirms a group and takes it apart: %j', async (eyes) => {
    const t = translator(eyes.language);
    const { scene, numbers } = await closedScene();
    const officer = await signIn(eyes, scene.officer);
    await officer.follow(new RegExp(t('desk.queue')));
    await officer.follow(t('grouping.title'));
    await officer.isAt(t('grouping.title'));
    expect(await officer.text()).toContain(t('grouping.no-suggestions'));
    await officer.press(t('grouping.search-again'));
    await officer.isAt(t('grouping.title'));
    expect(await officer.text()).toContain(t('grouping.run-WAITING'));
    await carryOut(scene);
    await officer.follow(t('grouping.refresh'));
    await officer.isAt(t('grouping.title'));
    await officer.follow(new RegExp(t('grouping.look')));
    await officer.isAt(new RegExp(t('grouping.suggestion-title')));
    await officer.page.getByLabel(t('grouping.keep', { number: numbers[1] ?? '' })).uncheck();
    await officer.press(t('grouping.confirm'));
    await officer.isAt(t('grouping.group', { no: 1 }));
    expect(await officer.text()).toContain(t('grouping.confirmed'));
    expect(await officer.text()).not.toContain(numbers[1]);
    await officer.press(t('grouping.represent-one', { number: numbers[2] ?? '' }));
    await officer.isAt(t('grouping.group', { no: 1 }));
    await officer.press(t('grouping.leave-one', { number: numbers[0] ?? '' }));
    await officer.isAt(t('grouping.group', { no: 1 }));
    expect(await officer.text()).toContain(t('grouping.left'));
    await officer.follow(t('grouping.dissolve'));
    await officer.isAt(t('grouping.dissolve-title', { no: 1 }));
    await officer.press(t('grouping.dissolve'));
    await officer.isAt(t('grouping.title'));
    expect(await officer.text()).toContain(t('grouping.dissolved'));
    await officer.leave();
  });
});
