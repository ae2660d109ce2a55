import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { may, stages } from '#lib/identity';
import { officerOf } from '#lib/testing';
import type { Role } from '#lib/kernel';
import { addressOf, sceneAt } from '../../../test/security/addresses.js';
import { startWorld, type World } from '../../../test/security/world.js';
import { everyRoute, type Route } from './every-route.js';
import { carriedIn, changeLanguages } from './language-switch.js';
import { PageForm } from './page-form.js';
import { type Scene, signIn } from './scene.js';

/** Where a change of language begins a form anew, and why. */
const anew: Readonly<Record<string, string>> = {
  '/:language/sign-in': 'a password',
  '/:language/sign-in/code': 'a code',
  '/:language/password-resets/:token': 'a password',
  '/:language/officer/account/password': 'a password',
  '/:language/officer/account/second-factor': 'a code',
  '/:language/officer/confirm': 'a password, a code',
  '/:language/officer/officials/:officerId': 'one choice',
  '/:language/officer/discussions/:id/report/sign': 'one choice and a file',
  '/:language/officer/discussions/:id/queue': 'lines ticked in a list',
  '/:language/officer/discussions/:id/waiting': 'lines ticked in a list',
};

let world: World;
let routes: Route[];
beforeAll(async () => {
  world = await startWorld();
  routes = everyRoute(world.portal.app).filter(
    ({ method, path }) => method === 'GET' && path.startsWith('/:language') && !/\/(progress|file|csv)$/.test(path),
  );
}, 240_000);
afterAll(() => world.portal.stop());

const people = [
  ['officer', ['officer']],
  ['onlySigner', ['signer']],
  ['administrator', ['administrator']],
  ['anybody', []],
] as const satisfies readonly (readonly [string, readonly Role[]])[];

/** Of a page with a query, that shows a form which the page without it has not. */
const asked: Readonly<Record<string, (scene: Scene) => string>> = {
  '/:language/officer/discussions/:id/groups': () => '?show=confirmed',
  '/:language/officer/discussions/:id/changes': ({ clauses }) => `?clause=${clauses[4]}`,
};

describe.each(people)('in every form that is opened by %s', (person, [first = 'officer', ...rest]) => {
  it.each(stages)(
    'while a draft is %s the language changes, and nothing that was typed or chosen is lost, judged or saved',
    async (stage) => {
      const { portal } = world;
      const scene = sceneAt(world, stage);
      const actor = officerOf(scene.bodyId, first, ...rest);
      const headers: Record<string, string> =
        person === 'anybody' ? {} : { cookie: (await signIn(portal, scene[person])).headers.cookie };
      const changed: string[] = [];
      for (const { path, isPublic, action } of routes) {
        if (isPublic !== (person === 'anybody') || (action && !may(actor, action)) || path in anew) continue;
        const url = `${addressOf(path, world, stage)}${asked[path]?.(scene) ?? ''}`;
        const { statusCode, body, headers: of } = await portal.get(url, { headers });
        if (statusCode !== 200 || !String(of['content-type']).startsWith('text/html')) continue;
        if (!PageForm.allIn(body).some(({ isFilledIn }) => isFilledIn)) continue;
        expect([url, carriedIn(body, 'kk').id]).not.toEqual([url, '']);
        const stranger = /:(id|number)/.test(path) ? world.sessions.stranger : undefined;
        await changeLanguages({ portal, headers, page: body, stranger, but: ['template'] });
        changed.push(path);
      }
      expect(changed).toMatchSnapshot();
    },
    300_000,
  );
});
