import type { ListedProfile } from '#lib/procedure-profiles';
import { OFFICE_ZONE } from '#lib/localisation';
import type { ProcedureProfile } from '#lib/time-limits';
import { FormErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { row } from '../../../pages-kit/summary-row.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { profileModel } from './profile-model.js';
import type { ProfilePageModel } from './profiles.view.js';

interface ShownProfile {
  readonly profile: ProcedureProfile;
  /** Where it was added here. */
  readonly added: ListedProfile | undefined;
  /** Discussions that keep it. */
  readonly uses: number;
  readonly errors: FormErrors | undefined;
}

/** A profile with where it comes from and what uses it. */
export function profilePageModel({ profile, added, uses, errors }: ShownProfile, visit: PageVisit): ProfilePageModel {
  const { t } = visit;
  const origin = added ? t('profile.added-on', { at: visit.when(added.addedAt, OFFICE_ZONE) }) : t('profile.shipped');
  return {
    ...withErrors(errors ?? new FormErrors()),
    ...profileModel(profile, visit),
    done: null,
    facts: [row(t('profile.origin'), origin), row(t('profile.uses'), t('profile.uses-words', { count: uses }))],
    base: added ? { href: visit.to(`officer/profiles/${added.basedOn}`), text: added.basedOn } : null,
    addHref: visit.to(`officer/profiles/new/${profile.id}`),
    withdrawal: added?.mayBeWithdrawn ? visit.to(`officer/profiles/${profile.id}/withdrawal`) : null,
  };
}
