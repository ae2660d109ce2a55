import { describe, expect, it } from '@jest/globals';
import { DiscussionById } from '#lib/discussion';
import { newId } from '#lib/kernel';
import { SealLedger } from '#lib/ledger';
import { translator } from '#lib/localisation';
import { openScene, type Scene, sendRemark } from '../../apps/portal/test/scene.js';
import { browserBed } from './browser-bed.js';
import { officerAtDesk, type Tongue } from './officer-at-desk.js';
import type { Visitor } from './visitor.js';

let scene: Scene;
const bed = browserBed(async ({ portal }) => {
  scene = await openScene(portal);
  await sendRemark(portal, scene);
  await portal.app.get(SealLedger, { strict: false }).execute();
});

const header =
  'type,code,kind,name_kk,name_ru,name_en,subordinate_to_president,authority,resource_url,entered_on,act,body';
const register = (code: string, kind: string) => [
  header,
  `body,${code},${kind},Цифрлық даму министрлігі,Министерство цифрового развития,,no,,https://www.gov.kz,,,`,
  'section,004,,Мұрағаттар мен құжаттар,Архивы и документы,,,,,,,',
];
const textFile = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

/** From the list of what administrators keep to one of its pages, as it is called there. */
async function goTo(
  visitor: Visitor,
  language: Tongue,
  title: string,
  heading: string | RegExp = title,
): Promise<void> {
  await visitor.open(`/${language}/officer/administration`);
  await visitor.isAt(translator(language)('administration.title'));
  await visitor.follow(title);
  await visitor.isAt(heading);
}

async function loadRegister(visitor: Visitor, language: Tongue): Promise<void> {
  const t = translator(language);
  const code = `b${newId().slice(-8)}`;
  const send = async (kind: string) => {
    await visitor.follow(t('register.tab-import'));
    await visitor.isAt(t('register.tab-import'));
    const sheet = visitor.page.locator('#sheet');
    await sheet.setInputFiles(textFile('тізілім.csv', register(code, kind).join('\n')));
    await visitor.press(t('sheet.upload'));
    await visitor.isAt(t('register.plan-title'));
  };
  await goTo(visitor, language, t('register.title'), t('register.tab-bodies'));
  await visitor.follow(t('register.tab-services'));
  await visitor.isAt(t('register.tab-services'));
  await visitor.follow(t('register.tab-import'));
  await visitor.press(t('sheet.upload'));
  await visitor.isAt(t('register.tab-import'));
  expect(await visitor.text()).toContain(t('sheet.file-missing'));
  await send('KING');
  expect(await visitor.text()).toContain(t('register.fault-unknown-kind'));
  await visitor.follow(t('sheet.another'));
  await send('CENTRAL');
  await visitor.press(t('register.apply'));
  await visitor.isAt(t('register.plan-title'));
  expect(await visitor.text()).toContain(t('register.applied'));
  await visitor.open(`/${language}/officer/register/services`);
  await visitor.isAt(t('register.tab-services'));
  await visitor.follow(t('register.tab-sections'));
  await visitor.isAt(t('register.tab-sections'));
  expect(await visitor.text()).toContain({ kk: 'Мұрағаттар мен құжаттар', ru: 'Архивы и документы' }[language]);
}

async function loadCalendar(visitor: Visitor, language: Tongue): Promise<void> {
  const t = translator(language);
  const { lastDay } = await bed.portal.app.get(DiscussionById, { strict: false }).execute(scene.discussionId);
  const name = { kk: 'Сынақ мерекесі', ru: 'Пробный праздник', en: 'Holiday of the test' };
  const days = [{ day: lastDay, kind: 'HOLIDAY', name, act: 'Постановление Правительства' }];
  const year = JSON.stringify({ year: Number(lastDay?.slice(0, 4)), source: 'Постановление', days });
  await goTo(visitor, language, t('calendar.page-title'), /\d{4}/);
  await visitor.follow(t('calendar.import-title'));
  await visitor.isAt(t('calendar.import-title'));
  await visitor.page.locator('#sheet').setInputFiles(textFile('күнтізбе.json', year));
  await visitor.press(t('sheet.upload'));
  await visitor.isAt(t('calendar.plan-title'));
  expect(await visitor.text()).toContain(t('calendar.terms-title'));
  await visitor.press(t('calendar.apply'));
  await visitor.isAt(t('calendar.plan-title'));
  expect(await visitor.text()).toContain(t('calendar.applied'));
  await visitor.follow(t('calendar.moved-terms'));
  await visitor.isAt(t('audit.title'));
  expect(await visitor.text()).toContain(t('audit.act.discussion.extended'));
}

async function addProfile(visitor: Visitor, language: Tongue): Promise<void> {
  const t = translator(language);
  const fill = (id: string, text: string) => visitor.page.locator(`#${id}`).fill(text);
  await goTo(visitor, language, t('profile.list-title'));
  await visitor.follow(/126/);
  await visitor.isAt(/126/);
  await visitor.follow(t('profile.base-on'));
  await visitor.isAt(t('profile-form.add'));
  await fill('term-length', '7');
  await visitor.press(t('profile-form.check'));
  await visitor.isAt(t('profile-form.add'));
  await fill('id', `kz-126-${language}`);
  await fill('validFrom', '01.01.2030');
  await fill('term-length', '45');
  await visitor.press(t('profile-form.check'));
  await visitor.isAt(t('profile-form.check-title'));
  expect(await visitor.text()).toContain(t('clock.length-calendar-day', { count: 45 }));
  await visitor.press(t('profile-form.confirm'));
  await visitor.isAt(/126/);
  expect(await visitor.text()).toContain(t('profile.was-added'));
  await visitor.press(t('profile.withdraw'));
  await visitor.isAt(t('profile.list-title'));
  expect(await visitor.text()).toContain(t('profile.was-withdrawn'));
}

async function lookThroughLedger(visitor: Visitor, language: Tongue): Promise<void> {
  const t = translator(language);
  await goTo(visitor, language, t('audit.title'));
  await visitor.page.locator('#from').fill('31.02.2016');
  await visitor.press(t('audit.filter'));
  await visitor.isAt(t('audit.title'));
  expect(await visitor.text()).toContain(t('audit.day-wrong'));
  await visitor.page.locator('#from').fill('');
  await visitor.page.locator('#act').selectOption('remark.received');
  await visitor.press(t('audit.filter'));
  await visitor.isAt(t('audit.title'));
  expect(await visitor.text()).toContain(t('audit.by-citizen'));
  await visitor.page.locator('details').first().locator('summary').click();
  await visitor.isAt(t('audit.title'));
  const [saved] = await Promise.all([visitor.page.waitForEvent('download'), visitor.follow(t('audit.save'))]);
  expect(saved.suggestedFilename()).toBe('ledger.csv');
  await visitor.follow(t('audit.chain-title'));
  await visitor.isAt(t('audit.chain-title'));
  await visitor.press(t('audit.chain-verify'));
  await visitor.isAt(t('audit.chain-title'));
}

describe('administrators', () => {
  it.each([
    ['kk', 1280],
    ['ru', 320],
  ] as const)('%s, %d px: bodies, calendar, profiles and the ledger', async (language, width) => {
    const t = translator(language);
    const visitor = await officerAtDesk(bed.browser, bed.base, scene.administrator, { language, width });
    await visitor.follow(t('administration.title'));
    await visitor.isAt(t('administration.title'));
    await loadRegister(visitor, language);
    await loadCalendar(visitor, language);
    await addProfile(visitor, language);
    await lookThroughLedger(visitor, language);
    await visitor.leave();
  });
});
