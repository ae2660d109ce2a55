import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscussionById } from '#lib/discussion';
import { newId } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { multipartForm } from './multipart-form.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { openScene, type Scene, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let administrator: Session;
const t = translator('ru');
const name = { kk: 'Сынақ мерекесі', ru: 'Пробный праздник', en: 'Holiday of the test' };

beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
  administrator = await signIn(portal, scene.administrator);
});
afterAll(() => portal.stop());

const look = (path: string, session = administrator) => portal.get(`/ru/officer/${path}`, { headers: session.headers });
const send = (content: string, fileName = 'calendar.json', session = administrator) => {
  const form = multipartForm({}, [{ name: 'sheet', fileName, content }]);
  const headers = { ...form.headers, ...session.headers };
  return portal.send('POST', '/ru/officer/calendar/import', { payload: form.payload, headers });
};
const kept = async (years: unknown) =>
  String((await send(JSON.stringify(years))).headers.location).replace('/ru/officer/', '');
const apply = (path: string, seen: string, session = administrator) =>
  portal.send('POST', `/ru/officer/${path}/application`, { headers: session.headers, payload: { seen } });
const seenIn = (page: string) => /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? '';
const details = ({ discussionId }: Scene) => portal.app.get(DiscussionById, { strict: false }).execute(discussionId);
const acts = (act: string) => portal.database.query('select data from ledger_entry where act = $1', [act]);
const holidayOn = (day: string) => ({
  year: Number(day.slice(0, 4)),
  source: 'проверка',
  days: [{ day, kind: 'HOLIDAY', name, act: 'Постановление' }],
});

describe('the working calendar (REQ-07)', () => {
  it('shows the days of a year by month with their legal source', async () => {
    const { statusCode, body } = await look('calendar?year=2026');
    expect(statusCode).toBe(200);
    for (const words of [t('calendar.title', { year: '2026' }), t('calendar.month-3'), t('calendar.kind-HOLIDAY')])
      expect(body).toContain(words);
    expect(body).toContain(t('calendar.month-plain'));
    expect((await look('calendar?year=1800')).statusCode).toBe(200);
  });

  it('tells before a year is loaded which closes would move, then moves them, and the ledger is told', async () => {
    const before = await details(scene);
    const path = await kept(holidayOn(before.lastDay ?? ''));
    const page = (await look(path)).body;
    expect(page).toContain(`/ru/discussions/${scene.discussionId}"`);
    expect(page).toContain('Пробный праздник');
    expect(page).toContain(t('calendar.day-REMOVED'));
    expect([(await details(scene)).closeAt, await acts('calendar.imported')]).toEqual([before.closeAt, []]);
    const done = await apply(path, seenIn(page));
    expect([done.statusCode, done.headers.location]).toEqual([303, `/ru/officer/${path}?done=1`]);
    const after = await details(scene);
    expect(after.closeAt && before.closeAt && after.closeAt > before.closeAt).toBe(true);
    expect((await acts('discussion.extended')).length).toBe(1);
    const [entry] = (await acts('calendar.imported')) as { data: string }[];
    expect(JSON.parse(entry?.data ?? '')).toMatchObject({ loadedBy: expect.stringMatching(/^officer:/), days: 1 });
    expect((await look(`${path}?done=1`)).body).toContain(t('calendar.applied'));
    expect((await look(`calendar?year=${before.lastDay?.slice(0, 4)}`)).body).toContain('Пробный праздник');
  });

  it('says when no close would move', async () => {
    const page = (await look(await kept([holidayOn('2016-07-01')]))).body;
    expect(page).toContain(t('calendar.no-terms'));
    expect(seenIn(page)).not.toBe('');
  });

  it('loads nothing that is no longer as it was seen', async () => {
    const path = await kept(holidayOn('2017-07-03'));
    const seen = seenIn((await look(path)).body);
    const other = await kept(holidayOn('2017-07-04'));
    expect((await apply(other, seenIn((await look(other)).body))).statusCode).toBe(303);
    const loaded = (await acts('calendar.imported')).length;
    const refused = await apply(path, seen);
    expect([refused.statusCode, refused.body.includes(t('calendar.changed'))]).toEqual([409, true]);
    expect((await acts('calendar.imported')).length).toBe(loaded);
  });

  it('names each fault by its place, and has no button for such a file', async () => {
    const faulty = { year: 2018, source: '', days: [{ day: '2018-02-30', kind: 'HOLIDAY', name, act: 'А' }] };
    const path = await kept(faulty);
    const page = (await look(path)).body;
    expect(page).toContain(t('calendar.fault-missing'));
    expect(page).toContain(`${t('calendar.fault-not-a-day')}: 2018-02-30`);
    expect([page.includes(t('calendar.has-faults')), seenIn(page)]).toEqual([true, '']);
    expect((await apply(path, 'x')).statusCode).toBe(409);
    expect(await portal.database.query('select from calendar_year where year = 2018')).toEqual([]);
  });

  it.each([
    ['not JSON', '{', 'a.json', t('calendar.not-json')],
    ['another kind of file', 'x', 'a.csv', t('upload.format', { formats: 'json' })],
  ])('comes back with what is wrong: %s', async (_, content, fileName, words) => {
    const { statusCode, body } = await send(content, fileName);
    expect([statusCode, body.includes('href="#sheet"'), body.includes(words)]).toEqual([422, true, true]);
  });

  it('is kept by administrators alone', async () => {
    const path = await kept(holidayOn('2019-07-01'));
    const officer = await signIn(portal, scene.signer);
    for (const each of ['calendar', 'calendar/import', path])
      expect([each, (await look(each, officer)).statusCode]).toEqual([each, 403]);
    expect((await send('{}', 'a.json', officer)).statusCode).toBe(403);
    expect((await apply(path, 'x', officer)).statusCode).toBe(403);
    expect((await look(`calendar/import/${newId()}`)).statusCode).toBe(404);
  });
});
