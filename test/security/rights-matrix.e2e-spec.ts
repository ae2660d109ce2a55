import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everyRoute, type Route } from '../../apps/portal/test/every-route.js';
import { addressOf, type Stage, stages } from './addresses.js';
import type { Someone } from './requests.js';
import { startWorld, type World } from './world.js';

let world: World;
let routes: Route[];
beforeAll(async () => {
  world = await startWorld();
  // What ends the asking session, or answers for ever, has tests of its own.
  routes = everyRoute(world.portal.app).filter(({ path, method }) => !endsOrStays(path, method));
}, 120_000);
afterAll(() => world.portal.stop());

const endsOrStays = (path: string, method: string): boolean =>
  /\/(sign-out|sign-in\/code|progress)$|\/account\/|\/api\/v1\/(session|sessions)/.test(path) &&
  (method !== 'GET' || /(progress|sign-in\/code)$/.test(path));

/** Of the open discussion's body are `officer`, `signer` and `administrator`; `stranger` is another's officer and signer. */
const people: readonly Someone[] = ['anonymous', 'stranger', 'administrator', 'officer', 'signer'];
const rolesOf: Readonly<Record<Someone, readonly string[]>> = {
  anonymous: [],
  stranger: ['officer', 'signer'],
  administrator: ['administrator'],
  officer: ['officer'],
  signer: ['officer', 'signer'],
};

type Door = 'in' | 'sign in' | 'refused' | 'not there';

/** Asks with an empty body: whatever is done needs one or is one of the acts that may be done. */
async function door(who: Someone, method: Route['method'], url: string): Promise<Door> {
  const headers = who === 'anonymous' ? {} : world.sessions[who].headers;
  const answer =
    method === 'GET'
      ? await world.portal.get(url, { headers })
      : await world.portal.send(method, url, { headers, payload: {} });
  const isSentToSignIn = answer.statusCode === 303 && String(answer.headers.location).includes('/sign-in');
  if (answer.statusCode === 401 || isSentToSignIn) return 'sign in';
  if (answer.statusCode === 403) return 'refused';
  if (answer.statusCode >= 500) throw new Error(`${who}: ${method} ${url} gave ${answer.statusCode}`);
  return answer.statusCode === 404 ? 'not there' : 'in';
}

describe('the rights matrix, by real requests where there is something', () => {
  it.each(stages)('every route and person, at a discussion that is %s', async (stage) => {
    const wrong: string[] = [];
    for (const route of routes) {
      const url = addressOf(route.path, world, stage);
      for (const who of people) {
        const found = await door(who, route.method, url);
        if (!expectedDoors(route, who, stage).includes(found))
          wrong.push(`${who}: ${route.method} ${route.path}: ${found}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

function expectedDoors({ isPublic, roles, path }: Route, who: Someone, stage: Stage): Door[] {
  if (isPublic) return ['in', 'not there'];
  if (who === 'anonymous') return ['sign in'];
  // A route for a person without a role, such as one's own account, is for every official.
  const hasRole = roles.length === 0 || roles.some((role) => rolesOf[who].includes(role));
  if (!hasRole) return ['refused'];
  // The first of two officers is not the second (decision 16).
  const mayBeFirst = path.endsWith('/confirmation');
  const isNamed = /:(id|number)\b/.test(path);
  const isOwn = who !== 'stranger' && stage === 'open' && !path.includes('/reports/');
  if (isNamed && !isOwn) return ['not there', 'in'];
  return mayBeFirst ? ['in', 'not there', 'refused'] : ['in', 'not there'];
}

/** Written by hand: what each person meets at the routes where the most is lost. */
const dangerous: [
  method: Route['method'],
  path: string,
  stranger: Door,
  administrator: Door,
  officer: Door,
  signer: Door,
][] = [
  ['GET', '/:language/officer/remarks/:number', 'not there', 'refused', 'in', 'in'],
  ['GET', '/:language/officer/remarks/:number/files/:fileId', 'not there', 'refused', 'in', 'in'],
  ['GET', '/:language/officer/discussions/:id/entries/:entryId/files/:fileId', 'not there', 'refused', 'in', 'in'],
  ['GET', '/:language/officer/discussions/:id/entries/:entryId', 'not there', 'refused', 'in', 'in'],
  ['GET', '/:language/officer/discussions/:id/queue', 'not there', 'refused', 'in', 'in'],
  ['GET', '/:language/officer/discussions/:id/sheet/file', 'not there', 'refused', 'in', 'in'],
  ['GET', '/api/v1/discussions/:id/queue', 'not there', 'refused', 'in', 'in'],
  ['GET', '/api/v1/discussions/:id/entries', 'not there', 'refused', 'in', 'in'],
  ['GET', '/api/v1/discussions/:id/closing-checklist', 'not there', 'refused', 'in', 'in'],
  ['GET', '/api/v1/procedures/:id', 'not there', 'refused', 'in', 'in'],
  ['GET', '/api/v1/procedures/:id/versions/latest', 'not there', 'refused', 'in', 'in'],
  ['POST', '/:language/officer/remarks/:number/hiding', 'not there', 'refused', 'in', 'in'],
  ['POST', '/api/v1/discussions/:id/entries/:entryId/confirmation', 'not there', 'refused', 'refused', 'in'],
  ['POST', '/api/v1/discussions/:id/report', 'not there', 'refused', 'in', 'in'],
  ['POST', '/api/v1/discussions/:id/grouping', 'not there', 'refused', 'in', 'in'],
  ['DELETE', '/api/v1/discussions/:id/errata', 'not there', 'refused', 'not there', 'not there'],
  ['GET', '/:language/officer/officials', 'refused', 'in', 'refused', 'refused'],
  ['POST', '/:language/officer/invitations/new', 'refused', 'in', 'refused', 'refused'],
  ['POST', '/api/v1/reports/:id/signature', 'not there', 'refused', 'refused', 'not there'],
  ['POST', '/api/v1/procedures/:id/discussion', 'in', 'refused', 'in', 'in'],
];

describe('the twenty most dangerous routes', () => {
  it.each(dangerous)('%s %s', async (method, path, ...doors) => {
    const [stranger, administrator, officer, signer] = doors;
    expect(routes.some((route) => route.method === method && route.path === path)).toBe(true);
    const url = addressOf(path, world);
    const met: Record<string, Door> = {};
    for (const who of people) met[who] = await door(who, method, url);
    expect(met).toEqual({ anonymous: 'sign in', stranger, administrator, officer, signer });
  });
});
