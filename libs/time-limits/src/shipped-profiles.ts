import type { ProcedureProfile } from './procedure-profile.js';
import { euVersions } from './profiles/eu.js';
import { isoEnquiry } from './profiles/iso-enquiry.js';
import { kz126Versions } from './profiles/kz-126.js';
import { kz126ByDecision } from './profiles/kz-126-by-decision.js';
import { kzOpenNpaVersions } from './profiles/kz-open-npa.js';
import { kzServicesArticle15 } from './profiles/kz-services-art-15.js';
import { openConsultationVersions } from './profiles/open-consultation.js';
import { ukConsultation } from './profiles/uk.js';
import { usVersions } from './profiles/us.js';

/** Every profile the release brings; one is never edited after a procedure used it, a change of the law adds a version (REQ-120). */
export const shippedProfiles: readonly ProcedureProfile[] = [
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
