import { needsProvider, needsSignature } from '#lib/discussion';
import type { Settings } from '#lib/settings';
import { type IdentityLevel, knownProfiles } from '#lib/time-limits';
import { Refusal } from '../command-line/refusal.js';
import { rowsOf } from './database-checks.js';
import { knowProfiles } from './profile-checks.js';

/** Whether who has to be named by a provider can be: without one nobody sends a remark on line there (decision 30). */
export async function sendersConfirmable(settings: Settings): Promise<string> {
  const { sendersProvider } = settings;
  if (sendersProvider) return `${sendersProvider.name} confirms who wishes it or has to be`;
  const open = await openUnder(settings, needsProvider);
  if (open > 0) {
    throw new Refusal(`nobody can send a remark on line in ${open} open discussions: set TALQY_OIDC_CITIZENS_ISSUER`);
  }
  return 'TALQY_OIDC_CITIZENS_ISSUER is not set: no draft is placed whose profile asks for it';
}

/** Whether signed remarks can be taken where nothing less will do (decision 34). */
export async function remarksSignable(settings: Settings): Promise<string> {
  const { signatureTrustedRoots, signatureVerifierUrl } = settings;
  if (signatureTrustedRoots ?? signatureVerifierUrl) return 'signed remarks are taken';
  const open = await openUnder(settings, needsSignature);
  if (open > 0) {
    throw new Refusal(
      `nobody can sign a remark in ${open} open discussions: set SIGNATURE_TRUSTED_ROOTS or SIGNATURE_VERIFIER_URL`,
    );
  }
  return 'no authority is trusted: no draft is placed whose profile asks for signed remarks';
}

/** How many discussions take remarks under a profile that asks for such a level. */
async function openUnder(settings: Settings, asks: (level: IdentityLevel) => boolean): Promise<number> {
  await knowProfiles(settings);
  const profiles = knownProfiles()
    .filter(({ identity }) => asks(identity))
    .map(({ id }) => `'${id}'`);
  if (profiles.length === 0) return 0;
  const [row] = await rowsOf<{ open: number }>(
    settings,
    `select count(*)::int as open from discussion
      where state = 'OPEN' and coalesce(close_at > clock_timestamp(), true) and profile_id in (${profiles.join(', ')})`,
  );
  return row?.open ?? 0;
}
