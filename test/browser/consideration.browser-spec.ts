import { describe, expect, it } from '@jest/globals';
import { translator } from '#lib/localisation';
import { revisedScene } from '../../apps/portal/test/revised-scene.js';
import { closeScene, openScene, sendRemark } from '../../apps/portal/test/scene.js';
import { officerAtDesk, type Tongue } from './officer-at-desk.js';
import { browserBed } from './browser-bed.js';
import { type Visitor } from './visitor.js';

const bed = browserBed();

const twoPoints = 'Құрметті министрлік! Мерзімді қысқартыңыз. Өтінішті поштамен де қабылдаңыз.';

async function closedWith(texts: readonly string[]) {
  const scene = await openScene(bed.portal);
  const numbers: string[] = [];
  for (const text of texts) numbers.push((await sendRemark(bed.portal, scene, text)).number);
  await closeScene(bed.portal, scene);
  return { scene, numbers };
}

async function fillDecision(officer: Visitor, language: Tongue): Promise<void> {
  const t = translator(language);
  await officer.choose(t('outcome.not-taken-into-account'));
  await officer.page.getByLabel(t('decide.reason'), { exact: true }).selectOption('ALREADY_PROVIDED');
  await officer.fill(t('decide.ground-kk'), 'Жобаның екінші бөлімінде көзделген.');
  await officer.fill(t('decide.ground-ru'), 'Предусмотрено вторым разделом проекта.');
}

describe.each([
  ['kk', 1280],
  ['ru', 320],
] as const)('%s, %d px', (language, width) => {
  const t = translator(language);

  it('an officer splits a remark, decides its points one after the other and goes on to the next', async () => {
    const { scene, numbers } = await closedWith([twoPoints, 'Екінші ескерту.']);
    const officer = await officerAtDesk(bed.browser, bed.base, scene.officer, { language, width });
    await officer.follow(new RegExp(t('desk.queue')));
    await officer.isAt(t('queue.title'));
    await officer.follow(new RegExp(`^${t('work.view-undecided')}`));
    await officer.isAt(t('queue.title'));
    await officer.follow(numbers[0] ?? '');
    await officer.isAt(new RegExp(numbers[0] ?? ''));
    await officer.follow(t('decide.split'));
    await officer.isAt(t('points.title', { number: numbers[0] ?? '' }));
    const selects = officer.page.locator('select');
    await selects.nth(1).selectOption('1');
    await selects.nth(2).selectOption('2');
    await officer.press(t('points.save'));
    await officer.isAt(new RegExp(numbers[0] ?? ''));
    for (const point of ['1', '2']) {
      expect(await officer.text()).toContain(t('decide.form-point', { number: point }));
      await fillDecision(officer, language);
      await officer.press(t('decide.submit'));
      await officer.isAt(new RegExp(numbers[0] ?? ''));
    }
    await officer.fill(t('work.note'), 'Тексеріңізші.');
    await officer.press(t('work.write-note'));
    await officer.isAt(new RegExp(numbers[0] ?? ''));
    await officer.press(t('work.claim'));
    await officer.isAt(new RegExp(numbers[0] ?? ''));
    await officer.page.getByText(t('decide.history', { count: 2 })).click();
    await officer.isAt(new RegExp(numbers[0] ?? ''));
    await officer.follow(new RegExp(t('decide.next')));
    await officer.isAt(new RegExp(numbers[1] ?? ''));
    await officer.leave();
  });

  it('an officer answers chosen remarks together, and a group', async () => {
    const { scene, numbers } = await closedWith(['Бірінші ескерту.', 'Екінші ескерту.', 'Үшінші ескерту.']);
    const officer = await officerAtDesk(bed.browser, bed.base, scene.officer, { language, width });
    await officer.open(`/${language}/officer/discussions/${scene.discussionId}/queue`);
    await officer.press(t('work.answer'));
    await officer.isAt(t('queue.title'));
    expect(await officer.text()).toContain(t('queue.none-chosen'));
    await officer.choose(t('work.choose', { number: numbers[0] ?? '' }));
    await officer.press(t('work.answer'));
    await officer.isAt(t('answers.title', { count: 1 }));
    await officer.press(t('decide.submit'));
    await officer.isAt(t('answers.title', { count: 1 }));
    await fillDecision(officer, language);
    await officer.press(t('decide.submit'));
    await officer.isAt(t('queue.title'));
    await officer.open(`/${language}/officer/discussions/${scene.discussionId}/groups?show=confirmed`);
    await officer.fill(t('grouping.numbers'), numbers.slice(1).join('\n'));
    await officer.press(t('grouping.make'));
    await officer.open(`/${language}/officer/discussions/${scene.discussionId}/groups/1/answer`);
    await officer.isAt(t('answers.group-title', { no: 1, count: 2 }));
    await fillDecision(officer, language);
    await officer.press(t('decide.submit'));
    await officer.isAt(t('answers.group-title', { no: 1, count: 2 }));
    expect(await officer.text()).toContain(t('answers.recorded'));
    await officer.leave();
  });

  it('an officer keeps a template, and says why a clause was changed on own initiative', async () => {
    const scene = await revisedScene(bed.portal);
    const officer = await officerAtDesk(bed.browser, bed.base, scene.officer, { language, width });
    await officer.open(`/${language}/officer/templates`);
    await officer.isAt(t('templates.title'));
    await officer.press(t('templates.save'));
    await officer.isAt(t('templates.title'));
    await officer.fill(t('templates.name'), `Үлгі ${width}`);
    await officer.page.getByLabel(t('decide.reason'), { exact: true }).selectOption('BUDGET');
    await officer.fill(t('decide.ground-kk'), 'Бюджетте [[қай жыл]] қаражат көзделмеген.');
    await officer.fill(t('decide.ground-ru'), 'В бюджете на [[какой год]] средства не предусмотрены.');
    await officer.press(t('templates.save'));
    await officer.isAt(t('templates.title'));
    expect(await officer.text()).toContain(t('templates.kept'));
    await officer.open(`/${language}/officer/discussions/${scene.discussionId}/changes`);
    await officer.isAt(t('changes.title'));
    await officer.follow(new RegExp(t('changes.explain')));
    await officer.isAt(t('changes.title'));
    await officer.press(t('changes.save'));
    await officer.isAt(t('changes.title'));
    await officer.choose(t('changes.editorial'));
    await officer.fill(t('changes.reason-kk'), 'Мәтін анықталды, мәні өзгерген жоқ.');
    await officer.fill(t('changes.reason-ru'), 'Текст уточнён, смысл не изменён.');
    await officer.press(t('changes.save'));
    await officer.isAt(t('changes.title'));
    expect(await officer.text()).toContain(t('changes.explained'));
    await officer.leave();
  });
});
