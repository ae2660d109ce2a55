import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { WAITS } from '../../../pages-kit/form.js';
import type { PageFacts } from '../../../pages-kit/page-facts.js';
import type { KeptModel } from './confirm.view.js';
import type { KeptForm } from './kept-form.js';

/** Why a form waits in a page: the session ended, another began, its person was confirmed, or it came for its language alone. */
export type Waiting = 'ended' | 'anew' | 'confirmed' | 'waits';

/** The page in which a form waits until it is sent once more; a change of the language leaves it there. */
export function keptPage(kept: KeptForm, why: Waiting, language: Language): { model: KeptModel; facts: PageFacts } {
  const t = translator(language);
  const heading = t(`access.${why}-title`);
  const lead = t(why === 'ended' ? 'access.ended-lead' : 'access.confirmed-lead');
  return {
    model: { ...kept, heading, lead, signInHref: why === 'ended' ? `/${language}/sign-in` : null },
    facts: { title: heading, carried: { id: 'kept', address: kept.action, field: WAITS } },
  };
}
