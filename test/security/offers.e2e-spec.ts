import { CreateOfficer, may, type Stage, stages } from '#lib/identity';
import { type Actor, newId, type Role, system } from '#lib/kernel';
import { officerOf } from '#lib/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everyRoute, type Route } from '../../apps/portal/test/every-route.js';
import { serviceOf } from '../../apps/portal/test/report-scene.js';
import { type Session, signIn } from '../../apps/portal/test/scene.js';
import { addressOf, sceneAt } from './addresses.js';
import { startWorld, type World } from './world.js';

let world: World;
let routes: Route[];
beforeAll(async () => {
  world = await startWorld();
  routes = everyRoute(world.portal.app);
}, 240_000);
afterAll(() => world.portal.stop());

/** An official of the body of this procedure who has this one role, and is confirmed a moment ago. */
async function official(stage: Stage, role: Role): Promise<{ actor: Actor; session: Session }> {
  const { bodyId } = sceneAt(world, stage);
  const person = { email: `${role}-${newId().slice(-12)}@one.example.kz`, password: 'Тұман түскен таулар 7' };
  const known = { ...person, name: `Бір рөл (${role})`, bodyId, roles: [role] as const };
  await serviceOf(world.portal, CreateOfficer).execute(known, system('test'));
  return { actor: officerOf(bodyId, role), session: await signIn(world.portal, person) };
}

interface Offer {
  readonly method: 'GET' | 'POST';
  readonly url: string;
}

/** Forms, and links into the officials' part, of a page. */
function offersOf(page: string): Offer[] {
  const offers: Offer[] = [];
  for (const [tag] of page.matchAll(/<form\b[^>]*>/g)) {
    const url = /action="([^"]*)"/.exec(tag)?.[1];
    if (url) offers.push({ method: /method="post"/i.test(tag) ? 'POST' : 'GET', url });
  }
  for (const [, url = ''] of page.matchAll(/formaction="([^"]*)"/g)) offers.push({ method: 'POST', url });
  for (const [, url = ''] of page.matchAll(/<a\b[^>]*href="(\/ru\/officer[^"]*)"/g))
    offers.push({ method: 'GET', url });
  return offers;
}

/** The declared route of an address; one without a parameter where it has a word goes first, as in the router. */
function routeOf({ method, url }: Offer): Route | undefined {
  const [path = ''] = url.replaceAll('&amp;', '&').split(/[?#]/);
  const fits = routes.filter(
    (route) => route.method === method && new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}/?$`).test(path),
  );
  return fits.toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)[0];
}

const isPage = ({ method, path, isPublic }: Route): boolean =>
  method === 'GET' && !isPublic && path.startsWith('/:language/officer') && !path.endsWith('/progress');

describe('a page offers what its reader may do by the policy, and nothing else', () => {
  it.each(stages)(
    'to officer, signer and administrator, at a procedure that is %s',
    async (stage) => {
      const wrong = new Set<string>();
      let offers = 0;
      for (const role of ['officer', 'signer', 'administrator'] as const) {
        const { actor, session } = await official(stage, role);
        for (const route of routes.filter(isPage)) {
          if (!route.action || !may(actor, route.action)) continue;
          const url = addressOf(route.path, world, stage);
          const { statusCode, body, headers } = await world.portal.get(url, {
            headers: { cookie: session.headers.cookie },
          });
          if (statusCode !== 200 || !String(headers['content-type']).startsWith('text/html')) continue;
          for (const offer of offersOf(body)) {
            const to = routeOf(offer);
            offers += 1;
            if (!to) wrong.add(`${role}: ${route.path} leads nowhere: ${offer.method} ${offer.url}`);
            else if (to.action && !may(actor, to.action))
              wrong.add(`${role}: ${route.path} offers ${to.method} ${to.path}`);
          }
        }
      }
      expect([...wrong]).toEqual([]);
      expect(offers).toBeGreaterThan(50);
    },
    300_000,
  );
});
