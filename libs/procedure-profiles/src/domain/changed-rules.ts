import { canonicalJson } from '#lib/kernel';
import type { ProcedureProfile } from '#lib/time-limits';

/** Names of the rules in which a profile says something else than its base. */
export const changedRules = (base: ProcedureProfile, profile: ProcedureProfile): string[] =>
  (Object.keys(profile) as (keyof ProcedureProfile)[])
    .filter((name) => !['id', 'validFrom', 'validTo'].includes(name))
    .filter((name) => canonicalJson(base[name]) !== canonicalJson(profile[name]));
