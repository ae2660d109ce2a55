import { ruleOf, type Stage, stages } from '#lib/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everyRoute, type Route } from '../../apps/portal/test/every-route.js';
import { sendRemark, type Session, signIn } from '../../apps/portal/test/scene.js';
import { addressOf, sceneAt } from './addresses.js';
import { startWorld, type World } from './world.js';

/**
 * `stranger` is officer and signer of another body, such as one that agrees a draft: until it is published it is not theirs to see.
 * `citizen` sent the remark that is asked about at the open discussion, `neighbour` another one.
 */
const people = [
  'anonymous',
  'citizen',
  'neighbour',
  'stranger',
  'administrator',
  'officer',
  'signer',
  'onlySigner',
] as const;
type Someone = (typeof people)[number];
const rolesOf: Readonly<Record<Someone, readonly string[]>> = {
  anonymous: [],
  citizen: [],
  neighbour: [],
  stranger: ['officer', 'signer'],
  administrator: ['administrator'],
  officer: ['officer'],
  signer: ['officer', 'signer'],
  onlySigner: ['signer'],
};

let world: World;
let routes: Route[];
let secrets: Readonly<Partial<Record<Someone, string>>>;
/** Every procedure is of a body of its own, with officials of its own and a stranger to it. */
const sessions = new Map<Stage, Partial<Record<Someone, Session>>>();
beforeAll(async () => {
  world = await startWorld();
  const { portal, open, ids } = world;
  secrets = { citizen: ids.secret, neighbour: (await sendRemark(portal, open, 'Басқа ескерту.')).secret };
  sessions.set('open', { ...world.sessions, onlySigner: await signIn(portal, open.onlySigner) });
  for (const stage of ['drafting', 'closed', 'published'] as const) {
    const { officer, signer, onlySigner, stranger, administrator } = sceneAt(world, stage);
    sessions.set(stage, {
      officer: await signIn(portal, officer),
      signer: await signIn(portal, signer),
      onlySigner: await signIn(portal, onlySigner),
      stranger: await signIn(portal, stranger),
      administrator: await signIn(portal, administrator),
    });
  }
  // What ends the asking session, or answers for ever, has tests of its own.
  routes = everyRoute(portal.app).filter(({ path, method }) => !endsOrStays(path, method));
}, 240_000);
afterAll(() => world.portal.stop());

const endsOrStays = (path: string, method: string): boolean =>
  /\/(sign-out|sign-in\/code|progress)$|\/account\/|\/api\/v1\/(session|sessions)/.test(path) &&
  (method !== 'GET' || /(progress|sign-in\/code)$/.test(path));

/** `done`: shown, or carried out. `not so`: neither, for what was sent or for how things stand. */
type Door = 'done' | 'not so' | 'sign in' | 'refused' | 'not there';

/** Asks with an empty body: whatever is done needs one or is one of the acts that may be done. */
async function door(who: Someone, method: Route['method'], url: string, stage: Stage): Promise<Door> {
  const secret = secrets[who];
  const headers = secret === undefined ? (sessions.get(stage)?.[who]?.headers ?? {}) : { 'remark-secret': secret };
  const answer =
    method === 'GET'
      ? await world.portal.get(url, { headers: { ...headers } })
      : await world.portal.send(method, url, { headers: { ...headers }, payload: {} });
  const { statusCode, headers: told } = answer;
  if (statusCode === 401 || (statusCode === 303 && String(told.location).includes('/sign-in'))) return 'sign in';
  if (statusCode === 403) return 'refused';
  if (statusCode === 404) return 'not there';
  if (statusCode >= 500 && statusCode !== 503) throw new Error(`${who}: ${method} ${url} gave ${statusCode}`);
  return statusCode < 400 ? 'done' : 'not so';
}

/** What the policy lets this person meet at this route when the procedure stands so. */
function expectedDoors({ isPublic, action, method, path }: Route, who: Someone, stage: Stage): Door[] {
  if (isPublic || action === undefined) return ['done', 'not so', 'not there'];
  const rule = ruleOf(action);
  if (['anonymous', 'citizen', 'neighbour'].includes(who)) return ['sign in'];
  if (!rule.roles.some((role) => rolesOf[who].includes(role))) return ['refused'];
  const isNamed = rule.whose === 'own' && /:(id|number)\b/.test(path);
  const isOthers = who === 'stranger' || (path.includes('/reports/') && stage !== 'published');
  // What was sent is looked at before anything is looked up; that tells nothing either.
  if (isNamed && isOthers) return method === 'GET' ? ['not there'] : ['not there', 'not so'];
  const isInTime = rule.during === undefined || rule.during.includes(stage);
  // The first of two officers is not the second (decision 16).
  const mayBeFirst: Door[] = path.endsWith('/confirmation') ? ['refused'] : [];
  if (method !== 'GET' && !isInTime) return ['not so', 'not there', ...mayBeFirst];
  return ['done', 'not so', 'not there', ...mayBeFirst];
}

describe('the rights matrix, by real requests where there is something', () => {
  it.each(stages)(
    'every route and person, at a procedure that is %s',
    async (stage) => {
      const wrong: string[] = [];
      for (const route of routes) {
        const url = addressOf(route.path, world, stage);
        for (const who of people) {
          const found = await door(who, route.method, url, stage);
          if (!expectedDoors(route, who, stage).includes(found))
            wrong.push(`${who}: ${route.method} ${route.path}: ${found}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    600_000,
  );
});

/** Written by hand: what each person meets at the routes where the most is lost. */
const dangerous: [
  method: Route['method'],
  path: string,
  stage: Stage,
  stranger: Door,
  administrator: Door,
  officer: Door,
  signer: Door,
][] = [
  ['GET', '/:language/officer/procedures/:id', 'drafting', 'not there', 'refused', 'done', 'done'],
  ['GET', '/api/v1/procedures/:id/versions/latest', 'drafting', 'not there', 'refused', 'done', 'done'],
  ['GET', '/:language/officer/remarks/:number', 'open', 'not there', 'refused', 'done', 'done'],
  ['GET', '/:language/officer/remarks/:number/files/:fileId', 'open', 'not there', 'refused', 'done', 'done'],
  ['GET', '/:language/officer/discussions/:id/entries/:entryId', 'open', 'not there', 'refused', 'done', 'done'],
  [
    'GET',
    '/:language/officer/discussions/:id/entries/:entryId/files/:fileId',
    'open',
    'not there',
    'refused',
    'done',
    'done',
  ],
  ['GET', '/api/v1/discussions/:id/entries', 'open', 'not there', 'refused', 'done', 'done'],
  ['POST', '/:language/officer/remarks/:number/hiding', 'open', 'not there', 'refused', 'not so', 'not so'],
  ['POST', '/api/v1/discussions/:id/entries/:entryId/confirmation', 'open', 'not there', 'refused', 'refused', 'done'],
  ['GET', '/:language/officer/discussions/:id/queue', 'closed', 'not there', 'refused', 'done', 'done'],
  ['GET', '/api/v1/discussions/:id/queue', 'closed', 'not there', 'refused', 'done', 'done'],
  ['GET', '/:language/officer/discussions/:id/sheet/file', 'closed', 'not there', 'refused', 'done', 'done'],
  ['GET', '/api/v1/discussions/:id/groups', 'closed', 'not there', 'refused', 'done', 'done'],
  ['GET', '/api/v1/discussions/:id/closing-checklist', 'closed', 'not there', 'refused', 'done', 'done'],
  ['GET', '/api/v1/discussions/:id/report-versions', 'closed', 'not there', 'refused', 'done', 'done'],
  ['POST', '/api/v1/discussions/:id/grouping', 'open', 'not there', 'refused', 'not so', 'not so'],
  ['DELETE', '/api/v1/discussions/:id/errata', 'published', 'not there', 'refused', 'not there', 'not there'],
  ['POST', '/api/v1/reports/:id/signature', 'published', 'not there', 'refused', 'refused', 'not so'],
  ['GET', '/:language/officer/officials', 'open', 'refused', 'done', 'refused', 'refused'],
  ['POST', '/:language/officer/invitations/new', 'open', 'refused', 'not so', 'refused', 'refused'],
  ['GET', '/:language/officer/audit/file', 'open', 'refused', 'done', 'refused', 'refused'],
  [
    'POST',
    '/:language/officer/register/import/:fileId/application',
    'open',
    'refused',
    'not there',
    'refused',
    'refused',
  ],
  ['POST', '/:language/officer/profiles/new/:profileId', 'open', 'refused', 'not so', 'refused', 'refused'],
  ['POST', '/:language/officer/profiles/:profileId/withdrawal', 'open', 'refused', 'not there', 'refused', 'refused'],
  [
    'POST',
    '/:language/officer/calendar/import/:fileId/application',
    'open',
    'refused',
    'not there',
    'refused',
    'refused',
  ],
];

describe('the most dangerous routes', () => {
  it.each(dangerous)('%s %s, %s', async (method, path, stage, ...doors) => {
    const [stranger, administrator, officer, signer] = doors;
    expect(routes.some((route) => route.method === method && route.path === path)).toBe(true);
    const url = addressOf(path, world, stage);
    const met: Record<string, Door> = {};
    for (const who of people.filter((each) => each !== 'onlySigner')) met[who] = await door(who, method, url, stage);
    const outside: Door = 'sign in';
    expect(met).toEqual({
      anonymous: outside,
      citizen: outside,
      neighbour: outside,
      stranger,
      administrator,
      officer,
      signer,
    });
  });

  it('a receipt opens its own remark and no other', async () => {
    const { number } = world.ids;
    for (const [who, found] of [
      ['citizen', 'done'],
      ['neighbour', 'not there'],
      ['anonymous', 'not there'],
    ] as const) {
      const page = `/ru/remarks/${number}/${secrets[who] ?? 'x'}`;
      expect([who, await door('anonymous', 'GET', page, 'open')]).toEqual([who, found]);
    }
  });
});
