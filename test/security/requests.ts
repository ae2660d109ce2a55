import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#lib/settings';
import type { LightMyRequestResponse } from 'fastify';
import { everyRoute, type Route } from '../../apps/portal/test/every-route.js';
import { addressesOf } from './addresses.js';
import type { Official, World } from './world.js';

export type Someone = Official | 'anonymous';

/** The routes that answer for ever; they have tests of their own. */
const isStream = ({ path }: Route): boolean => path.endsWith('/progress');

export const readingRoutes = ({ portal }: World): Route[] =>
  everyRoute(portal.app).filter((route) => route.method === 'GET' && !isStream(route));

export const changingRoutes = ({ portal }: World): Route[] =>
  everyRoute(portal.app).filter(({ method }) => method !== 'GET');

export const readAs = ({ portal, sessions }: World, who: Someone, url: string): Promise<LightMyRequestResponse> =>
  portal.get(url, who === 'anonymous' ? {} : { headers: { cookie: sessions[who].headers.cookie } }).catch((error) => {
    throw new Error(`${who} was not answered at ${url}`, { cause: error });
  });

/** Everything this person can read, address by address. */
export async function everythingRead(world: World, who: Someone): Promise<Map<string, LightMyRequestResponse>> {
  const answers = new Map<string, LightMyRequestResponse>();
  for (const url of addressesOf(readingRoutes(world), world)) answers.set(url, await readAs(world, who, url));
  return answers;
}

/** Every name of a query parameter or form field that the portal's code reads. */
export function parameterNames(): string[] {
  const folder = join(projectRoot(), 'apps/portal/src');
  const names = new Set(['page', 'per_page', 'sort', 'q', 'next', 'url', 'return', 'fields', 'include', 'callback']);
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts')) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    for (const [, name = ''] of text.matchAll(/(?:@Query|\.(?:text|optional|oneOf|list|typed))\('(\w+)'/g))
      names.add(name);
    if (/\.query\.ts$|\.api\.ts$/.test(path))
      for (const [, name = ''] of text.matchAll(/^ {2}(\w+)\?: /gm)) names.add(name);
  }
  return [...names].toSorted();
}
