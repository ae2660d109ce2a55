import { DomainError, type Instant, type LegalDay } from '#lib/kernel';
import type { ProcedureProfile, ProfileFamily } from './procedure-profile.js';
import { euVersions } from './profiles/eu.js';
import { isoEnquiry } from './profiles/iso-enquiry.js';
import { kz126Versions } from './profiles/kz-126.js';
import { kz126ByDecision } from './profiles/kz-126-by-decision.js';
import { kzOpenNpaVersions } from './profiles/kz-open-npa.js';
import { kzServicesArticle15 } from './profiles/kz-services-art-15.js';
import { openConsultationVersions } from './profiles/open-consultation.js';
import { ukConsultation } from './profiles/uk.js';
import { usVersions } from './profiles/us.js';
import { localDayOf } from './zone-time.js';

/** Every profile ever valid; a profile is never edited after a procedure used it, a change of the law adds a version. */
export const procedureProfiles: readonly ProcedureProfile[] = [
  ...kz126Versions,
  kz126ByDecision,
  kzServicesArticle15,
  ...kzOpenNpaVersions,
  ukConsultation,
  ...euVersions,
  ...usVersions,
  isoEnquiry,
  ...openConsultationVersions,
];

/** @throws DomainError `not-found` */
export function profileById(id: string): ProcedureProfile {
  const found = procedureProfiles.find((profile) => profile.id === id);
  if (!found) throw new DomainError('not-found', `no procedure profile ${id}`, { id });
  return found;
}

/**
 * The version of a family in force on the legal day of placement; the procedure keeps it whatever changes later (REQ-120).
 * @throws DomainError `term-not-computable` when no version was in force on that day
 */
export function profileInForce(family: ProfileFamily, day: LegalDay): ProcedureProfile {
  const found = procedureProfiles.find((profile) => profile.family === family && isInForce(profile, day));
  if (!found)
    throw new DomainError('term-not-computable', `no ${family} rules were in force on ${day}`, { family, day });
  return found;
}

/** Whether the profile's rules were in force on the legal day. */
export const isInForce = (profile: Pick<ProcedureProfile, 'validFrom' | 'validTo'>, day: LegalDay): boolean =>
  profile.validFrom <= day && (profile.validTo === null || day <= profile.validTo);

/** The rules under which a draft can be placed at an instant, each by the legal day of its own zone; one of a family at most (REQ-120). */
export const profilesInForceAt = (now: Instant): ProcedureProfile[] =>
  procedureProfiles.filter((profile) => isInForce(profile, localDayOf(now, profile.closing.zone)));
