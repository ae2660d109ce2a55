import { type AddedProfile, isStanding, loadProfiles } from '#lib/procedure-profiles';
import type { Settings } from '#lib/settings';
import { rowsOf } from './database-checks.js';

/** Tells this process the profiles that were added; without arguments their query is asked as it stands. */
export const knowProfiles = (settings: Settings): Promise<AddedProfile[]> =>
  loadProfiles({ query: (sql) => rowsOf(settings, sql) });

/** Whether portal, worker and commands can start with what was added: they load it first (decision 37). */
export async function profilesLoad(settings: Settings): Promise<string> {
  const added = await knowProfiles(settings);
  return `${added.filter(isStanding).length} were added to those of the release`;
}
