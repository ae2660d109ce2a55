import { legalDay } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import { type NewProfile, type ProfileRules, rulesOf } from '../domain/profile-rules.js';

/** A profile to be that says what its base says, and what is given. */
export function versionOf(
  basedOn: string,
  {
    id = `${basedOn}-next`,
    family,
    validFrom = '2026-12-15',
  }: { id?: string; family?: string; validFrom?: string } = {},
  over: Partial<ProfileRules> = {},
): NewProfile {
  const base = profileById(basedOn);
  return {
    id,
    family: family ?? base.family,
    basedOn,
    validFrom: legalDay(validFrom),
    rules: { ...rulesOf(base), ...over },
  };
}
