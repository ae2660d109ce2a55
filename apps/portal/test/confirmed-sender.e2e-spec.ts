import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BindToProvider } from '#lib/identity';
import { newId, system } from '#lib/kernel';
import { multipartForm } from './multipart-form.js';
import { type ProviderScene, startWithProvider, Visitor } from './provider-scene.js';
import { openScene, type Scene, signIn } from './scene.js';

const people = [
  { sub: '870101300123', name: 'Құпия Расталғанов' },
  { sub: 'officer', name: 'officer' },
];
let at: ProviderScene;
let scene: Scene;
beforeAll(async () => {
  at = await startWithProvider(people);
  scene = await openScene(at.portal);
}, 120_000);
afterAll(() => at.stop());

const formOf = () => `/ru/discussions/${scene.discussionId}/remark`;
const goOf = () => `/ru/discussions/${scene.discussionId}/sender`;
const send = async (visitor: Visitor, text: string) => {
  const fields = {
    key: newId(),
    kind: 'REMARK',
    anchors: 'whole',
    text,
    senderKind: 'INDIVIDUAL',
    name: 'Азамат Жазушы',
    email: 'azamat@secret.example',
    ...(visitor.cookies.has('talqy_session') ? { csrf: visitor.session.csrf } : {}),
  };
  const { headers, payload } = multipartForm(fields);
  const answer = await at.portal.send('POST', formOf(), { headers: { ...headers, cookie: visitor.cookie }, payload });
  const [, number = ''] = /\/remarks\/([^/]+)\//.exec(String(answer.headers.location)) ?? [];
  return { number, receipt: String(answer.headers.location) };
};
const seenByOfficer = async (number: string) =>
  (await at.portal.get(`/ru/officer/remarks/${number}`, await signIn(at.portal, scene.officer))).body;

describe('a sender confirmed by an identity provider (AMB-20)', () => {
  it('is marked for the officials of the body, and named nowhere else', async () => {
    const visitor = new Visitor(at);
    expect((await visitor.get(formOf())).body).toContain('Подтвердить личность через eGov');
    const returned = await visitor.through(goOf(), '870101300123');
    expect([returned.statusCode, returned.headers.location]).toEqual([303, formOf()]);
    expect((await visitor.get(formOf())).body).toContain('eGov подтвердил вашу личность: Құпия Расталғанов');
    const { number, receipt } = await send(visitor, 'Срок слишком велик для всех заявителей.');
    expect(await seenByOfficer(number)).toContain('подтверждено через eGov: Құпия Расталғанов');
    const stranger = await signIn(at.portal, scene.stranger);
    const strangers = await at.portal.get(`/ru/officer/remarks/${number}`, stranger);
    const publicly = [
      `/api/v1/discussions/${scene.discussionId}/remarks`,
      `/ru/discussions/${scene.discussionId}`,
      receipt,
    ];
    for (const answer of [strangers, ...(await Promise.all(publicly.map((url) => at.portal.get(url))))])
      expect(answer.body).not.toMatch(/Расталғанов|870101300123|eGov/);
    const rows = await at.portal.database.query('select to_jsonb(s) as row from sealed_sender s');
    const ledger = await at.portal.database.query('select * from ledger_entry');
    const remarks = await at.portal.database.query('select * from remark');
    const visits = await at.portal.database.query('select * from provider_visit');
    expect(JSON.stringify([rows, ledger, remarks, visits])).not.toMatch(/Расталғанов|870101300123/);
  });

  it('goes without it when they wish, and nobody has to', async () => {
    const visitor = new Visitor(at);
    const { number } = await send(visitor, 'Без подтверждения личности.');
    expect(await seenByOfficer(number)).not.toContain('eGov');
    await visitor.through(goOf(), '870101300123');
    expect((await visitor.post(`${goOf()}/forget`)).headers.location).toBe(`${goOf()}/left`);
    expect(visitor.cookies.has('talqy_sender')).toBe(false);
    const second = await send(visitor, 'Подтверждение забыто.');
    expect(await seenByOfficer(second.number)).not.toContain('eGov');
  });

  it('gives it up in the middle of the form and loses nothing typed', async () => {
    const visitor = new Visitor(at);
    await visitor.through(goOf(), '870101300123');
    const { headers, payload } = multipartForm({ text: 'Набранный текст', name: 'Азамат', from: 'files' });
    const ask = (fields: object) =>
      at.portal.send('POST', `${formOf()}/sender`, { headers: { ...headers, cookie: visitor.cookie }, ...fields });
    expect((await ask({ payload })).body).toContain('eGov подтвердил вашу личность');
    const given = multipartForm({ text: 'Набранный текст', name: 'Азамат', from: 'sender', forget: 'yes' });
    const answer = await ask({ payload: given.payload });
    expect([answer.statusCode, String(answer.headers['set-cookie'])]).toEqual([
      200,
      expect.stringContaining('Max-Age=0'),
    ]);
    expect(answer.body).not.toContain('eGov подтвердил вашу личность');
    expect(answer.body).toMatch(/name="text" value="Набранный текст"[\s\S]*name="name"[^>]*value="Азамат"/);
  });

  it('is told when the provider confirms nobody', async () => {
    const visitor = new Visitor(at);
    const refused = await visitor.through(goOf(), '', { refuses: true });
    expect(refused.headers.location).toBe(`${formOf()}?sender=refused`);
    expect((await visitor.get(`${formOf()}?sender=refused`)).body).toContain('eGov не подтвердил вашу личность');
  });

  it('opens no session, and a pass is good for no longer than half an hour, unchanged', async () => {
    const visitor = new Visitor(at);
    await visitor.through(goOf(), '870101300123');
    expect([...visitor.cookies.keys()]).toEqual(['talqy_sender']);
    expect((await visitor.get('/ru/officer')).headers.location).toBe('/ru/sign-in?again=1');
    const pass = visitor.cookies.get('talqy_sender') ?? '';
    visitor.cookies.set('talqy_session', pass.slice(0, 43));
    expect((await visitor.get('/ru/officer')).statusCode).toBe(303);
    visitor.cookies.delete('talqy_session');
    const [first = '', ...rest] = [...pass].toReversed();
    visitor.cookies.set('talqy_sender', [...rest.toReversed(), first === 'A' ? 'Q' : 'A'].join(''));
    const changed = await send(visitor, 'С подделанным пропуском.');
    expect(await seenByOfficer(changed.number)).not.toContain('eGov');
  });

  it('comes back once, in the browser that left, and leads to the form alone', async () => {
    const visitor = new Visitor(at);
    const url = await visitor.addressBack(goOf(), '870101300123');
    expect((await new Visitor(at).get(url)).headers.location).toBe('/kk/discussions');
    const twice = new Visitor(at);
    twice.cookies.set('talqy_sender_visit', visitor.cookies.get('talqy_sender_visit') ?? '');
    expect((await visitor.get(url)).headers.location).toBe(formOf());
    expect((await twice.get(url)).headers.location).toBe('/kk/discussions');
    expect((await twice.get('/ru/discussions/evil.kz/sender')).statusCode).toBe(303);
  });
});

describe('officials and senders', () => {
  it('do not mix: the visit of one is worth nothing at the return of the other, and is not used up there', async () => {
    const { email } = scene.officer;
    const person = { issuer: at.provider.issuer, subject: 'officer' };
    await at.portal.app.get(BindToProvider, { strict: false }).byAddress(email, person, system('test'));
    const officer = new Visitor(at);
    const officers = await officer.addressBack('/ru/sign-in/provider', 'officer');
    const sender = new Visitor(at);
    const senders = await sender.addressBack(goOf(), 'officer');
    const mixed = new Visitor(at);
    mixed.cookies.set('talqy_sender_visit', officer.cookies.get('talqy_visit') ?? '');
    const asSender = await mixed.get(officers.replace('/sign-in/provider/return', '/sender/return'));
    mixed.cookies.set('talqy_visit', sender.cookies.get('talqy_sender_visit') ?? '');
    const asOfficer = await mixed.get(senders.replace('/sender/return', '/sign-in/provider/return'));
    expect([asSender.headers.location, asOfficer.headers.location]).toEqual([
      '/kk/discussions',
      '/kk/sign-in?provider=lapsed',
    ]);
    expect(mixed.cookies.size).toBe(0);
    expect((await officer.get(officers)).headers.location).toBe('/ru/officer');
    expect((await sender.get(senders)).headers.location).toBe(formOf());
  });
});
