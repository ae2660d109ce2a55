import { type NewPlacement, RULES_IN_FORCE } from '#lib/discussion';
import type { Dossier } from '#lib/drafting';
import { DomainError, type Instant } from '#lib/kernel';
import type { Translate } from '#lib/localisation';
import { type ProcedureProfile, readLocalTime, rulesOfFamily } from '#lib/time-limits';
import { channelName } from '../../discussion/pages/channel-name.js';
import type { Form } from '../../pages-kit/form.js';
import type { FormErrors } from '../../pages-kit/form-errors.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { TypedPlacement } from './procedure.view.js';

/** The rules a placement of today would fall under; when none are in force, the last of the family, for the form alone. */
export function rulesOf({ profileFamily }: Pick<Dossier, 'profileFamily'>, now: Instant): ProcedureProfile {
  const rules = rulesOfFamily(profileFamily, now);
  if (!rules)
    throw new DomainError('term-not-computable', `no rules of ${profileFamily} are known`, { family: profileFamily });
  return rules;
}

const channelsOf = ({ channels }: ProcedureProfile) => [...channels.mandatory, ...channels.optional];

/** One pair of fields a channel, as typed. */
export function typedPlacements(form: Form, profile: ProcedureProfile, visit: PageVisit): TypedPlacement[] {
  return channelsOf(profile).map((channel) => ({
    channel,
    name: channelName(channel, visit),
    isMandatory: profile.channels.mandatory.includes(channel),
    url: form.text(`url-${channel}`),
    placedAt: form.text(`placedAt-${channel}`),
  }));
}

/** The channels that were filled in; a time without an offset is that of the profile's zone (REQ-114). */
export function placementsOf(form: Form, profile: ProcedureProfile, errors: FormErrors, t: Translate): NewPlacement[] {
  const placements = channelsOf(profile).flatMap((channel): NewPlacement[] => {
    const url = form.text(`url-${channel}`);
    const placed = form.text(`placedAt-${channel}`);
    if (!url && !placed) return [];
    if (!URL.canParse(url) || !['http:', 'https:'].includes(new URL(url).protocol)) {
      errors.add(`url-${channel}`, t('place.url-wrong'));
      return [];
    }
    try {
      return [{ channel, url, placedAt: readLocalTime(placed.replace('T', ' '), profile.closing.zone) }];
    } catch {
      errors.add(`placedAt-${channel}`, t('place.time-wrong'));
      return [];
    }
  });
  if (placements.length === 0 && errors.isEmpty) errors.add(`url-${channelsOf(profile)[0]}`, t('place.none'));
  return placements;
}

/** Why the draft was not placed. @returns false for an error that is none of the form's */
export function addPlacementFault(error: unknown, errors: FormErrors, t: Translate): boolean {
  if (!(error instanceof DomainError)) return false;
  if (error.code === 'placement-refused') errors.add('placements', t('place.refused'));
  else if (error.code !== 'term-not-computable') return false;
  else if (error.details['family'])
    errors.add('placements', t('place.refusal-rules-not-in-force', { clause: RULES_IN_FORCE }));
  else errors.add('placements', t('error.term-not-computable'));
  return true;
}
