import { newId } from '#lib/kernel';
import type { Route } from '../../apps/portal/test/every-route.js';
import type { World } from './world.js';

/** Something of which there is none. */
const nowhere = newId();

/** Which discussion the address is about: each has what the others have not. */
export type Stage = 'open' | 'closed' | 'published';

/** An address of this route at which there is something, where the world has it. */
export function addressOf(path: string, world: World, stage: Stage = 'open', language = 'ru'): string {
  const { ids } = world;
  const scene = world[stage];
  const number = stage === 'open' ? ids.number : world[stage].numbers[0];
  const known: Readonly<Record<string, string | undefined>> = {
    language,
    number,
    secret: ids.secret,
    no: '1',
    format: 'json',
    entryId: ids.entryId,
    fileId: path.includes('/entries/') ? ids.scanId : ids.fileId,
    clause: scene.clauses[4],
    sha256: 'ab'.repeat(32),
    id: idOf(path, world, stage),
  };
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? nowhere);
  return path.includes('/files/:format/:language') ? filled.replace(/[^/]+$/, 'mul') : filled;
}

function idOf(path: string, world: World, stage: Stage): string {
  if (path.includes('/procedures/')) return world[stage].procedureId;
  if (path.includes('/reports/')) return world.reportId;
  if (path.includes('/templates/')) return nowhere;
  return world[stage].discussionId;
}

export const stages: readonly Stage[] = ['open', 'closed', 'published'];

/** Every address of the routes, at each stage, without doubles. */
export function addressesOf(routes: readonly Pick<Route, 'path'>[], world: World, language = 'ru'): string[] {
  return [...new Set(routes.flatMap(({ path }) => stages.map((stage) => addressOf(path, world, stage, language))))];
}
