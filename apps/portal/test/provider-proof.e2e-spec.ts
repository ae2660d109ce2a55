import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BindToProvider, InviteOfficer } from '#lib/identity';
import { newId, system } from '#lib/kernel';
import { generateSync } from 'otplib';
import { pathOf, type ProviderScene, startWithProvider, Visitor } from './provider-scene.js';
import { openScene, type Scene, signIn } from './scene.js';

const people = ['officer', 'stranger', 'guest'].map((sub) => ({ sub, name: sub }));
const signInPage = '/kk/sign-in/provider';
const heavy = '/kk/officer/account/second-factor';
const asksAgain = `/kk/officer/confirm?next=${encodeURIComponent(heavy)}`;

let at: ProviderScene;
let scene: Scene;
let secret: string;
beforeAll(async () => {
  at = await startWithProvider(people, { TALQY_OIDC_SECOND_FACTOR: 'amr=mfa' });
  scene = await openScene(at.portal);
  const binding = at.portal.app.get(BindToProvider, { strict: false });
  for (const who of ['officer', 'stranger'] as const)
    await binding.byAddress(scene[who].email, { issuer: at.provider.issuer, subject: who }, system('test'));
  const session = await signIn(at.portal, scene.stranger);
  const offered = await at.portal.send('POST', '/api/v1/session/second-factor-offer', { ...session, payload: {} });
  const { offer, secret: given } = offered.json<{ offer: string; secret: string }>();
  secret = given;
  const payload = { offer, code: await code() };
  const set = await at.portal.send('PUT', '/api/v1/session/second-factor', { ...session, payload });
  if (set.statusCode >= 300) throw new Error(set.body);
}, 120_000);
afterAll(() => at.stop());

const sql = <Row>(text: string, given: unknown[] = []) => at.portal.database.query<Row>(text, given);
const code = async () => {
  await sql('update officer_factor set last_step = 0');
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) });
};
/** Whether the page of a heavy act is shown, or where it leads. */
const heavyAct = async (visitor: Visitor) => {
  const { statusCode, headers } = await visitor.get(heavy);
  return statusCode === 200 ? 'shown' : headers.location;
};
/** Comes back as if the proof at the provider lay five minutes before the visit. */
const silently = async (visitor: Visitor, back: string) => {
  await sql(`update provider_visit set began_at = clock_timestamp() + interval '5 minutes'`);
  return visitor.get(back);
};

describe('a sign-in by the provider counts as a confirmation', () => {
  it('when the person proved there who they are, and not when the provider merely still knew them', async () => {
    const proved = new Visitor(at);
    await proved.through(signInPage, 'officer');
    expect(await heavyAct(proved)).toBe('shown');
    const known = new Visitor(at);
    const entered = await silently(known, await known.addressBack(signInPage, 'officer'));
    expect(entered.headers.location).toBe('/kk/officer');
    expect(await heavyAct(known)).toBe(asksAgain);
    expect((await known.through('/kk/officer/confirm/provider', 'officer')).headers.location).toBe('/kk/officer');
    expect(await heavyAct(known)).toBe('shown');
  });

  it('the same when a code of ours completes it', async () => {
    const proved = new Visitor(at);
    await proved.through(signInPage, 'stranger');
    await proved.post('/kk/sign-in/code', { code: await code() });
    expect(await heavyAct(proved)).toBe('shown');
    const known = new Visitor(at);
    await silently(known, await known.addressBack(signInPage, 'stranger'));
    const entered = await known.post('/kk/sign-in/code', { code: await code() });
    expect(entered.headers.location).toBe('/kk/officer');
    expect(await heavyAct(known)).toBe(asksAgain);
  });

  it('the same when it accepts an invitation', async () => {
    const email = `${newId()}@bilim.example.kz`;
    const invitation = { email, bodyId: scene.bodyId, roles: ['officer'] as const, language: 'kk' as const };
    await at.portal.app.get(InviteOfficer, { strict: false }).execute(invitation, system('test'));
    const token = newId().replaceAll('-', '').padEnd(43, 'x');
    await sql(`update officer_invitation set token_hash = sha256($2::text::bytea) where email = $1`, [email, token]);
    const guest = new Visitor(at);
    const [, href = ''] =
      /href="(http:[^"]+)"/.exec((await guest.post(`/kk/invitations/${token}/provider`)).body) ?? [];
    const back = pathOf(await guest.atProvider.visit(new URL(href.replaceAll('&amp;', '&')), 'guest'));
    expect((await silently(guest, back)).headers.location).toBe('/kk/officer');
    expect(await heavyAct(guest)).toBe(asksAgain);
  });
});
