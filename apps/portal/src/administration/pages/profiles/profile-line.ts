import type { ProcedureProfile } from '#lib/time-limits';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { sinceWords, termWords } from './profile-words.js';
import type { ProfileLine } from './profiles.view.js';

/** A profile in a list. */
export const profileLine = (
  profile: ProcedureProfile,
  visit: PageVisit,
  path = 'officer/profiles',
  origin: string | null = null,
): ProfileLine => ({
  href: visit.to(`${path}/${profile.id}`),
  title: profile.title[visit.language],
  id: profile.id,
  term: termWords(profile.term, visit),
  since: sinceWords(profile, visit),
  origin,
});
