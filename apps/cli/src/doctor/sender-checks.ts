import { needsProvider } from '#lib/discussion';
import type { Settings } from '#lib/settings';
import { procedureProfiles } from '#lib/time-limits';
import { Refusal } from '../command-line/refusal.js';
import { rowsOf } from './database-checks.js';

const asking = procedureProfiles.filter(({ identity }) => needsProvider(identity)).map(({ id }) => `'${id}'`);

/** Whether who has to be named by a provider can be: without one nobody sends a remark on line there (decision 30). */
export async function sendersConfirmable(settings: Settings): Promise<string> {
  const { sendersProvider } = settings;
  if (sendersProvider) return `${sendersProvider.name} confirms who wishes it or has to be`;
  const [row] = await rowsOf<{ open: number }>(
    settings,
    `select count(*)::int as open from discussion
      where state = 'OPEN' and coalesce(close_at > clock_timestamp(), true) and profile_id in (${asking.join(', ')})`,
  );
  const open = row?.open ?? 0;
  if (open > 0) {
    throw new Refusal(`nobody can send a remark on line in ${open} open discussions: set TALQY_OIDC_CITIZENS_ISSUER`);
  }
  return 'TALQY_OIDC_CITIZENS_ISSUER is not set: no draft is placed whose profile asks for it';
}
