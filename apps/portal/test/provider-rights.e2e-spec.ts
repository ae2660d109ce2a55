import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BindToProvider, InviteOfficer } from '#lib/identity';
import { newId, type Role, system } from '#lib/kernel';
import { pathOf, type ProviderScene, startWithProvider, Visitor } from './provider-scene.js';
import { openScene, type Scene } from './scene.js';

const signInPage = '/kk/sign-in/provider';
const person = (sub: string, groups: string[], department?: string) => ({
  sub,
  name: 'Әсел Нұрланова',
  groups,
  ...(department === undefined ? {} : { department }),
});
const people = [
  person('riser', ['talqy', 'heads'], 'new-body'),
  person('nowhere', ['talqy'], 'no-such-body'),
  person('left', ['another product'], 'new-body'),
  person('guest', ['talqy'], 'new-body'),
];

let at: ProviderScene;
let scene: Scene;
let newBody: string;
beforeAll(async () => {
  at = await startWithProvider(people, {
    TALQY_OIDC_ROLES_CLAIM: 'groups',
    TALQY_OIDC_ROLES: 'talqy=officer, heads=signer',
    TALQY_OIDC_BODY_CLAIM: 'department',
  });
  scene = await openScene(at.portal);
  newBody = newId();
  await sql(
    `insert into state_body (id, code, kind, name_kk, name_ru) values ($1, 'new-body', 'CENTRAL', 'Орган', 'Орган')`,
    [newBody],
  );
}, 120_000);
afterAll(() => at.stop());

const sql = <Row>(text: string, given: unknown[] = []) => at.portal.database.query<Row>(text, given);
const bind = (email: string, subject: string) =>
  at.portal.app
    .get(BindToProvider, { strict: false })
    .byAddress(email, { issuer: at.provider.issuer, subject }, system('test'));
const leads = async (answer: ReturnType<Visitor['get']>) => {
  const { statusCode, headers } = await answer;
  return [statusCode, headers.location];
};
const accountOf = async (email: string) =>
  (
    await sql<{ id: string; roles: Role[]; bodyId: string }>(
      'select id, roles, body_id as "bodyId" from officer where email = $1',
      [email],
    )
  )[0];

describe('roles and body by the claims', () => {
  it('follow them at each sign-in: what was opened by other rights ends, and the ledger tells', async () => {
    const { email } = scene.officer;
    await bind(email, 'riser');
    const before = new Visitor(at);
    await before.through(signInPage, 'riser');
    expect(await accountOf(email)).toMatchObject({ roles: ['officer', 'signer'], bodyId: newBody });
    await sql(`update officer set roles = array['administrator'] where email = $1`, [email]);
    const during = new Visitor(at);
    expect(await leads(during.through(signInPage, 'riser'))).toEqual([303, '/kk/officer']);
    expect(await accountOf(email)).toMatchObject({ roles: ['officer', 'signer'] });
    expect((await during.get('/kk/officer/officials')).statusCode).toBe(403);
    expect((await before.get('/kk/officer')).headers.location).toBe('/kk/sign-in?again=1');
    const { id } = (await accountOf(email)) ?? {};
    const acts = await sql<{ act: string; data: string }>(
      `select act, data from ledger_entry where subject_id = $1 and act = 'officer.followed-provider' order by at`,
      [id],
    );
    expect(JSON.stringify(acts.at(-1))).toMatch(/"after.*signer.*before.*administrator/);
  });

  it.each([
    ['no role', 'left', 'signer'],
    ['a body the register does not know', 'nowhere', 'stranger'],
  ] as const)('that give %s let nobody in, and end what the provider opened before', async (_, subject, who) => {
    const { email } = scene[who];
    await bind(email, subject);
    const { id } = (await accountOf(email)) ?? {};
    const open = `insert into officer_session (id, token_hash, officer_id, expires_at, issuer)
      values (gen_random_uuid(), gen_random_uuid()::text::bytea, $1, clock_timestamp() + interval '1 hour', $2)`;
    await sql(open, [id, at.provider.issuer]);
    const waits = `insert into pending_sign_in (token_hash, officer_id, issuer, expires_at)
      values (gen_random_uuid()::text::bytea, $1, $2, clock_timestamp() + interval '5 minutes')`;
    await sql(waits, [id, at.provider.issuer]);
    const made = `insert into api_token (id, officer_id, name, prefix, token_hash, roles, access, expires_at)
      values (gen_random_uuid(), $1, 'CI', 'tlq_abcd', gen_random_uuid()::text::bytea, '{officer}', 'READ', clock_timestamp())`;
    await sql(made, [id]);
    const before = await accountOf(email);
    expect(await leads(new Visitor(at).through(signInPage, subject))).toEqual([303, '/kk/sign-in?provider=unknown']);
    expect(await accountOf(email)).toEqual(before);
    expect(await sql('select from officer_session where officer_id = $1', [id])).toEqual([]);
    expect(await sql('select from pending_sign_in where officer_id = $1', [id])).toEqual([]);
    expect(await sql('select from api_token where officer_id = $1 and revoked_at is null', [id])).toEqual([]);
  });
});

describe('an invitation', () => {
  const invited = async () => {
    const email = `${newId()}@bilim.example.kz`;
    const invitation = { email, bodyId: scene.bodyId, roles: ['officer'] as const, language: 'kk' as const };
    await at.portal.app.get(InviteOfficer, { strict: false }).execute(invitation, system('test'));
    return email;
  };
  const linkOf = async (email: string) => {
    const token = newId().replaceAll('-', '').padEnd(43, 'x');
    await sql(`update officer_invitation set token_hash = sha256($2::text::bytea) where email = $1`, [email, token]);
    return `/kk/invitations/${token}`;
  };
  const accept = async (visitor: Visitor, link: string, sub: string) => {
    const page = await visitor.post(`${link}/provider`);
    const [, href = ''] = /href="(http:[^"]+)"/.exec(page.body) ?? [];
    return visitor.get(pathOf(await visitor.atProvider.visit(new URL(href.replaceAll('&amp;', '&')), sub)));
  };

  it('is accepted by whom the provider knows, without a password, once', async () => {
    const email = await invited();
    const link = await linkOf(email);
    expect((await new Visitor(at).get(link)).body).toContain('Кіру порталы арқылы қабылдау');
    const visitor = new Visitor(at);
    const entered = await accept(visitor, link, 'guest');
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/kk/officer']);
    expect(await accountOf(email)).toMatchObject({ roles: ['officer'], bodyId: newBody });
    expect(await leads(new Visitor(at).through(signInPage, 'guest'))).toEqual([303, '/kk/officer']);
    expect((await new Visitor(at).post(`${link}/provider`)).statusCode).toBe(410);
    const ended = await visitor.post('/kk/officer/account/provider/end');
    expect(ended.statusCode).toBe(409);
    expect((await visitor.get('/kk/officer/account')).body).toContain('алдымен құпиясөз орнатыңыз');
  });

  it('makes no second account for somebody who has one, and stays open', async () => {
    const email = await invited();
    const link = await linkOf(email);
    expect((await accept(new Visitor(at), link, 'riser')).statusCode).toBe(409);
    expect(await accountOf(email)).toBeUndefined();
    expect((await new Visitor(at).get(link)).statusCode).toBe(200);
  });

  it('gives whom a provider alone lets in no letter for a forgotten password', async () => {
    const [joined] = await sql<{ email: string }>('select email from officer where by_provider_alone');
    const count = async () => (await sql('select from password_reset')).length;
    const before = await count();
    for (const email of [joined?.email ?? '', scene.officer.email])
      await new Visitor(at).post('/kk/forgotten-password', { email });
    expect((await count()) - before).toBe(1);
  });
});
