import { newId } from '#lib/kernel';
import type { Route } from '../../apps/portal/test/every-route.js';
import type { Scene } from '../../apps/portal/test/scene.js';
import type { Stage } from '#lib/identity';
import type { World } from './world.js';

/** Something of which there is none. */
const nowhere = newId();

/** Whose address it is: each stage has a procedure of a body of its own, with what the others have not. */
export const sceneAt = (world: World, stage: Stage): Scene => world[stage === 'drafting' ? 'dossier' : stage];

/** An address of this route at which there is something, where the world has it. */
export function addressOf(path: string, world: World, stage: Stage = 'open', language = 'ru'): string {
  const { ids } = world;
  const scene = sceneAt(world, stage);
  const number = stage === 'open' ? ids.number : stage === 'drafting' ? undefined : world[stage].numbers[0];
  const known: Readonly<Record<string, string | undefined>> = {
    language,
    number,
    secret: ids.secret,
    no: '1',
    step: 'words',
    profileId: 'kz-126-by-decision',
    format: 'json',
    entryId: ids.entryId,
    fileId: path.includes('/entries/') ? ids.scanId : ids.fileId,
    clause: scene.clauses[4],
    sha256: 'ab'.repeat(32),
    id: idOf(path, world, stage) || nowhere,
  };
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? nowhere);
  return path.includes('/files/:format/:language') ? filled.replace(/[^/]+$/, 'mul') : filled;
}

function idOf(path: string, world: World, stage: Stage): string {
  if (path.includes('/procedures/')) return sceneAt(world, stage).procedureId;
  if (path.includes('/reports/')) return world.reportId;
  if (path.includes('/templates/')) return nowhere;
  return sceneAt(world, stage).discussionId;
}

/** Those with a discussion. */
export const discussed: readonly Stage[] = ['open', 'closed', 'published'];

/** Every address of the routes, at each stage, without doubles. */
export function addressesOf(routes: readonly Pick<Route, 'path'>[], world: World, language = 'ru'): string[] {
  return [...new Set(routes.flatMap(({ path }) => discussed.map((stage) => addressOf(path, world, stage, language))))];
}
