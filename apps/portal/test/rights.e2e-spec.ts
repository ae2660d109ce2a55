import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { everyRoute, type Route } from './every-route.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import { closeScene, openScene, type Scene, sendRemark, type Session, signIn } from './scene.js';

let portal: PortalUnderTest;
let scene: Scene;
let routes: Route[];
let parameters: Record<string, string>;
const people = ['anonymous', 'sender', 'officer', 'stranger', 'signer', 'administrator'] as const;
type Someone = (typeof people)[number];
const sessions = new Map<Someone, Session>();

beforeAll(async () => {
  portal = await startPortal();
  scene = await openScene(portal);
  const { number, secret } = await sendRemark(portal, scene);
  await closeScene(portal, scene);
  for (const who of ['officer', 'stranger', 'signer', 'administrator'] as const)
    sessions.set(who, await signIn(portal, scene[who]));
  parameters = { language: 'kk', id: scene.discussionId, number, secret, format: 'json', fileId: newId() };
  routes = everyRoute(portal.app);
});
afterAll(() => portal.stop());

function addressOf({ path }: Route): string {
  const id = path.includes('/procedures/') ? scene.procedureId : parameters['id'];
  return path.replaceAll(/:(\w+)/g, (_, name: string) => (name === 'id' ? id : parameters[name]) ?? 'x');
}

/** Asks as this person, with a body that says nothing: rights are looked at before it. */
async function ask(route: Route, who: Someone): Promise<number> {
  const session = sessions.get(who);
  const headers = { ...session?.headers, ...(who === 'sender' ? { 'remark-secret': parameters['secret'] ?? '' } : {}) };
  const address = addressOf(route);
  const { statusCode, headers: answered } =
    route.method === 'GET'
      ? await portal.get(address, { headers })
      : await portal.send(route.method, address, { headers, payload: {} });
  const leadsToSignIn = statusCode === 303 && String(answered.location).includes('/sign-in');
  return leadsToSignIn ? 401 : statusCode;
}

const isOfficial = (who: Someone): who is 'officer' | 'stranger' | 'signer' | 'administrator' => sessions.has(who);
const rolesOf: Record<string, readonly string[]> = {
  officer: ['officer'],
  stranger: ['officer', 'signer'],
  signer: ['officer', 'signer'],
  administrator: ['administrator'],
};

describe('the rights matrix, from the metadata of every route', () => {
  it('every route declares @Public or the action of the policy that it does, and not both', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter(({ isPublic, roles }) => isPublic === roles.length > 0).map(({ handler }) => handler)).toEqual(
      [],
    );
  });

  it('the public operations are these and no other: a new one is looked at before it is added here', () => {
    const open = routes.filter(({ isPublic }) => isPublic).map(({ method, path }) => `${method} ${path}`);
    expect(open).toMatchSnapshot();
  });

  it('nobody gets past a role: 401 without a session, 403 without the role', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ isPublic }) => !isPublic)) {
      for (const who of people) {
        const status = await ask(route, who);
        const has = isOfficial(who) && route.roles.some((role) => rolesOf[who]?.includes(role));
        const expected = !isOfficial(who) ? 401 : has ? 'let in' : 403;
        const isRight = expected === 'let in' ? status !== 401 && status !== 403 : status === expected;
        if (!isRight) wrong.push(`${who}: ${route.method} ${route.path} gave ${status}, not ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it('another body’s officer meets 404 wherever a procedure, a discussion or a remark is named', async () => {
    const wrong: string[] = [];
    const named = routes.filter(({ isPublic, path }) => !isPublic && /:id|:number/.test(path));
    for (const route of named) {
      const status = await ask(route, 'stranger');
      // A body without its members is refused before anything is looked up; that tells nothing either.
      if (status !== 404 && !(status === 400 && route.method !== 'GET'))
        wrong.push(`${route.method} ${route.path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('a public route answers nobody with 401 or 403', async () => {
    for (const route of routes.filter(({ isPublic, path }) => isPublic && !/\/sign-(in|out)/.test(path)))
      expect([
        route.path,
        [401, 403].includes(await ask(route, 'anonymous')) && !route.path.endsWith('/session'),
      ]).toEqual([route.path, false]);
  });

  it('HEAD and a written-about address pass no guard by', async () => {
    const server = portal.app.getHttpAdapter().getInstance();
    for (const url of [
      `/api/v1/procedures/${scene.procedureId}`,
      `/api/v1/%70rocedures/${scene.procedureId}`,
      `/api/v1//procedures/${scene.procedureId}`,
      `/api/v1/discussions/${scene.discussionId}/queue/`,
      `/kk/officer/discussions/${scene.discussionId}/queue`,
    ]) {
      for (const method of ['HEAD', 'GET'] as const)
        expect([url, [303, 401, 404]]).toEqual([
          url,
          expect.arrayContaining([(await server.inject({ method, url })).statusCode]),
        ]);
    }
  });

  it('no unsafe handler is a GET, and every unsafe one wants the form token of its session', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      if (route.method === 'GET') continue;
      const cookie = sessions.get('signer')?.headers.cookie ?? '';
      for (const token of [undefined, 'wrong', sessions.get('stranger')?.csrf]) {
        const headers = { cookie, ...(token === undefined ? {} : { 'x-csrf-token': token }) };
        const { statusCode } = await portal.send(route.method, addressOf(route), { headers, payload: {} });
        if (statusCode !== 403) wrong.push(`${route.method} ${route.path} with ${token}: ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
