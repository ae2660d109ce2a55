import type { RefusalReason } from '#lib/identity';
import type { Translate } from '#lib/localisation';

const reasons: readonly RefusalReason[] = ['lapsed', 'refused', 'unknown', 'other-person'];

/** Why a visit to the provider was in vain, for a person; null when the address says nothing of it. */
export function refusalWords(given: string | undefined, t: Translate, provider: string | undefined): string | null {
  const reason = reasons.find((each) => each === given);
  return reason === undefined || provider === undefined ? null : t(`provider.${reason}`, { provider });
}
