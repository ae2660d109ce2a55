import { type ProcedureProfile, profileById, shippedProfiles } from '#lib/time-limits';

/** A profile whose senders sign their remarks; no shipped one asks for that (decision 34). */
export const SIGNED_PROFILE = 'open-consultation-signed';

/** Makes it known to this process alone, before the other versions of its family: drafts of that family are placed under it. */
export function knowSignedProfile(): void {
  if (shippedProfiles.some(({ id }) => id === SIGNED_PROFILE)) return;
  const signed: ProcedureProfile = {
    ...profileById('open-consultation-madrid-2026'),
    id: SIGNED_PROFILE,
    identity: 'signed',
  };
  (shippedProfiles as ProcedureProfile[]).unshift(signed);
}
