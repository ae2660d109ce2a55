import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscussionById, PlaceDraft } from '#lib/discussion';
import { fixedClock, instantOf, type LegalDay } from '#lib/kernel';
import { formatLegalDay, translator } from '#lib/localisation';
import { ReportOf } from '#lib/reports';
import { officerOf } from '#lib/testing';
import { dayPlus, localDayOf, profileById, readLocalTime } from '#lib/time-limits';
import { hiddenFields } from './form-post.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { fieldsOf, ProfileForms } from './profile-forms.js';
import { closeScene, makeReport, openScene, type Scene, sendRemark, signIn } from './scene.js';

const ZONE = 'Asia/Almaty';
const t = translator('ru');
/** The remarks are stamped by the database, which lives today: the rules are added three days ago, in force a day later. */
const today = localDayOf(instantOf(Date.now()), ZONE);
const firstDay = dayPlus(today, -2);
const noonOf = (day: LegalDay) => readLocalTime(`${day} 12:00`, ZONE);
const clock = fixedClock(noonOf(dayPlus(today, -3)));

let portal: PortalUnderTest;
let scene: Scene;
let pages: ProfileForms;
beforeAll(async () => {
  portal = await startPortal({ clock });
  scene = await openScene(portal, false);
  pages = new ProfileForms(portal, await signIn(portal, scene.administrator));
});
afterAll(() => portal.stop());

const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
  portal.app.get(token as never, { strict: false });

const BASE = 'kz-126-by-decision';
const shorter = {
  id: 'kz-126-shorter',
  validFrom: formatDots(firstDay),
  'title.ru': 'Порядок <b>Приказа</b> {name}, 14 дней',
  'term.length': '14',
  'term.minimumLength': '14',
  secondOfficer: ['entries', 'hiding', 'redaction', 'decisions'],
};
function formatDots(day: LegalDay): string {
  return day.split('-').toReversed().join('.');
}

describe('rules without a release (REQ-120)', () => {
  it('are offered a base each, and a form that it fills', async () => {
    expect((await pages.look()).body).toContain(t('profile-form.add'));
    expect((await pages.look('/new')).body).toContain(`/ru/officer/profiles/new/${BASE}"`);
    const fields = fieldsOf((await pages.look(`/new/${BASE}`)).body);
    expect(Object.fromEntries(fields)).toMatchObject({
      'term.unit': 'calendar-day',
      'term.length': '30',
      'closing.hour': '24:00',
      'closing.zone': ZONE,
      'act.clauses': 'R8.1, R8.2, R8.3, R8.4, A2',
      'act.isConfirmed': 'no',
      id: '',
    });
    expect(fields.getAll('channels.mandatory')).toEqual(['EGOV_PORTAL', 'OWN_RESOURCE']);
    expect((await pages.look('/new/kz-127')).statusCode).toBe(404);
  });

  it('every fault is named at its field, and nothing is lost', async () => {
    const { statusCode, body } = await pages.send(
      BASE,
      await pages.filled(BASE, {
        id: 'uk',
        kind: 'own',
        family: 'Мой вид',
        validFrom: '31.02.2027',
        'term.length': '7',
        'closing.hour': '25:00',
        'title.kk': '"><script>alert(1)</script>',
        'title.en': '',
        draftLanguages: [],
        'channels.optional': 'OWN_RESOURCE',
        'moderation.waitsHours': '999',
        'act.title.ru': 'к'.repeat(1_001),
        latePolicy: 'kindly',
      }),
    );
    expect(statusCode).toBe(422);
    for (const id of ['id', 'family', 'validFrom', 'title-en', 'term-length', 'closing-hour', 'draftLanguages'])
      expect(body).toContain(`href="#${id}"`);
    for (const id of ['channels-optional', 'moderation-waitsHours', 'act-title-ru', 'latePolicy'])
      expect(body).toContain(`href="#${id}"`);
    expect(body).toContain(t('profile-form.fault-too-large', { field: t('profile-form.waits-hours'), bound: '240' }));
    expect(body).not.toContain('<script>alert');
    expect(Object.fromEntries(fieldsOf(body))).toMatchObject({
      family: 'Мой вид',
      validFrom: '31.02.2027',
      'closing.hour': '25:00',
    });
  });

  it('refuses an empty form, a choice not made, and a kind that is there', async () => {
    const empty = await pages.send(BASE, new URLSearchParams({ step: 'add' }));
    expect(empty.statusCode).toBe(422);
    for (const id of ['id', 'kind', 'keepsActs', 'term-length']) expect(empty.body).toContain(`href="#${id}"`);
    const body = (
      await pages.send(
        BASE,
        await pages.filled(BASE, { kind: 'own', family: BASE, id: 'other', validFrom: formatDots(firstDay) }),
      )
    ).body;
    expect(body).toContain('href="#family"');
    expect(body.match(/href="#(?!main)/g)).toHaveLength(1);
  });

  it('are looked at in words, with what follows from them, and changed again without loss', async () => {
    const { statusCode, body } = await pages.send(BASE, await pages.filled(BASE, shorter));
    expect(statusCode).toBe(200);
    for (const words of [
      t('profile-form.check-title'),
      formatLegalDay(firstDay, 'ru'),
      t('clock.length-calendar-day', { count: 14 }),
      t('clock.length-calendar-day', { count: 30 }),
      t('profile.second-decisions'),
      'Порядок &lt;b&gt;Приказа&lt;/b&gt; {name}, 14 дней',
      t('profile-form.for-good'),
    ])
      expect(body).toContain(words);
    expect(body).not.toContain(t('profile.outage'));
    expect(body.match(/10:00/g)).toHaveLength(2);
    const typed = hiddenFields(body);
    typed.set('step', 'change');
    const again = await pages.send(BASE, typed);
    expect(again.statusCode).toBe(200);
    expect(Object.fromEntries(fieldsOf(again.body))).toMatchObject({ id: 'kz-126-shorter', 'term.length': '14' });
    expect((await pages.look('/kz-126-shorter')).statusCode).toBe(404);
  });

  it('are added for good, listed as to come, and told in the audit', async () => {
    const typed = hiddenFields((await pages.send(BASE, await pages.filled(BASE, shorter))).body);
    typed.set('step', 'add');
    const { statusCode, headers } = await pages.send(BASE, typed);
    expect([statusCode, headers.location]).toEqual([303, '/ru/officer/profiles/kz-126-shorter?added=1']);
    const page = (await pages.look('/kz-126-shorter?added=1')).body;
    for (const words of [t('profile.was-added'), `/officer/profiles/${BASE}"`, t('profile.withdraw')])
      expect(page).toContain(words);
    const [, , toCome = ''] = (await pages.look()).body.split('<h2');
    expect(toCome).toContain('profiles/kz-126-shorter"');
    expect(toCome).toContain(t('profile.added'));
    const audit = await portal.get('/ru/officer/audit?act=profile.added', { headers: pages.session.headers });
    expect(audit.body).toContain(t('audit.subject.profile'));
    expect(audit.body).toContain('kz-126-shorter');
    const twice = await pages.send(BASE, typed);
    expect(twice.statusCode).toBe(422);
    expect(twice.body).toContain(t('profile-form.fault-taken', { field: t('profile.id') }));
  });

  it('are for administrators alone', async () => {
    const officer = await signIn(portal, scene.officer);
    expect((await pages.look('/new', officer)).statusCode).toBe(403);
    expect((await pages.send(BASE, new URLSearchParams(), officer)).statusCode).toBe(403);
    const withdrawal = await portal.send('POST', '/ru/officer/profiles/kz-126-shorter/withdrawal', officer);
    expect(withdrawal.statusCode).toBe(403);
  });
});

describe('a discussion under rules that were added', () => {
  let before: string;
  it('a draft placed before the first day keeps the rules of that day', async () => {
    const placements = (['EGOV_PORTAL', 'OWN_RESOURCE'] as const).map((channel) => ({
      channel,
      url: `https://${channel.toLowerCase().replace('_', '-')}.example.kz/1`,
      placedAt: noonOf(dayPlus(today, -4)),
    }));
    const { procedureId, bodyId } = scene;
    before = await get(PlaceDraft).execute({ procedureId, placements }, officerOf(bodyId));
    expect((await get(DiscussionById).execute(before)).profileId).toBe(BASE);
  });

  it('goes all the way: fourteen days, a remark, the close, a second officer, the head of the report', async () => {
    clock.set(instantOf(Date.now()));
    const under = await openScene(portal);
    const officer = await signIn(portal, under.officer);
    const rules = (await portal.get('/ru/officer/procedures/new', { headers: officer.headers })).body;
    expect(rules).toContain('Порядок &lt;b&gt;Приказа&lt;/b&gt; {name}, 14 дней');
    const opened = await get(DiscussionById).execute(under.discussionId);
    expect(opened.profileId).toBe('kz-126-shorter');
    const lastDay = opened.lastDay ?? today;
    expect(lastDay >= dayPlus(localDayOf(opened.openAt, ZONE), 14)).toBe(true);
    expect(lastDay < dayPlus(localDayOf(opened.openAt, ZONE), 24)).toBe(true);
    const draft = await portal.get(`/ru/discussions/${under.discussionId}`);
    expect([draft.statusCode, draft.body.includes(formatLegalDay(lastDay, 'ru'))]).toEqual([200, true]);
    const { number } = await sendRemark(portal, under);
    expect(number).toMatch(/\d/);
    await closeScene(portal, under);
    const queue = await portal.get(`/ru/officer/discussions/${under.discussionId}/queue`, { headers: officer.headers });
    expect(queue.body).toContain(t('work.view-unconfirmed'));
    await makeReport(portal, under);
    const [report] = await get(ReportOf).versions(under.discussionId, officerOf(under.bodyId));
    expect(report?.head.profile).toMatchObject({ id: 'kz-126-shorter', latePolicy: 'reject' });
    expect((await pages.look('/kz-126-shorter')).body).toContain(t('profile.uses'));
  });

  it('is counted on the page of its profile; the profile can no longer be withdrawn, the old draft keeps its own', async () => {
    const page = (await pages.look('/kz-126-shorter')).body;
    expect(page.replaceAll(/\s+/g, ' ')).toMatch(new RegExp(`${t('profile.uses')} </dt> <dd[^>]*> 1 `));
    expect(page).not.toContain(t('profile.withdraw'));
    const refused = await portal.send('POST', '/ru/officer/profiles/kz-126-shorter/withdrawal', pages.session);
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain(t('profile.stays-begun'));
    const old = await get(DiscussionById).execute(before);
    expect([old.profileId, profileById(BASE).validTo]).toEqual([BASE, dayPlus(firstDay, -1)]);
    expect(old.lastDay && old.lastDay >= dayPlus(today, 26)).toBe(true);
  });
});

describe('a procedure of one’s own', () => {
  it('is a kind beside the others, and is taken back while it has not begun', async () => {
    const tomorrow = dayPlus(today, 2);
    const own = {
      id: 'talks-1',
      kind: 'own',
      family: 'university-talks',
      validFrom: formatDots(tomorrow),
      'closing.zone': 'Europe/Madrid',
    };
    expect((await pages.add('uk', own)).statusCode).toBe(303);
    expect(profileById('talks-1')).toMatchObject({ family: 'university-talks', closing: { zone: 'Europe/Madrid' } });
    const officer = await signIn(portal, scene.officer);
    const offered = await portal.get('/ru/officer/procedures/new', { headers: officer.headers });
    expect(offered.body).not.toContain('university-talks');
    const { statusCode, headers } = await portal.send('POST', '/ru/officer/profiles/talks-1/withdrawal', pages.session);
    expect([statusCode, headers.location]).toEqual([303, '/ru/officer/profiles?withdrawn=1']);
    expect((await pages.look('?withdrawn=1')).body).toContain(t('profile.was-withdrawn'));
    expect((await pages.look('/talks-1')).statusCode).toBe(404);
    expect((await portal.send('POST', '/ru/officer/profiles/talks-1/withdrawal', pages.session)).statusCode).toBe(409);
    expect((await portal.send('POST', '/ru/officer/profiles/uk/withdrawal', pages.session)).statusCode).toBe(404);
  });
});

it('who adds or withdraws has confirmed who they are within a quarter of an hour, before the form and when it is sent', async () => {
  await portal.database.query(`update officer_session set confirmed_at = clock_timestamp() - interval '15 minutes'`);
  const asked = await pages.look(`/new/${BASE}`);
  expect([asked.statusCode, String(asked.headers.location)]).toEqual([
    303,
    expect.stringContaining('/officer/confirm?'),
  ]);
  const sent = await pages.send(BASE, new URLSearchParams({ ...shorter, secondOfficer: 'entries', step: 'add' }));
  expect([sent.statusCode, sent.body.includes('kz-126-shorter')]).toEqual([403, true]);
});
