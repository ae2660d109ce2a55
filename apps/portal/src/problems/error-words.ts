import type { Translate } from '#lib/localisation';
import type { Problem } from './problem.js';

/** What went wrong and what to do now, for a person. */
export function errorWords({ status, code }: Problem, t: Translate): { title: string; text: string } {
  if (status === 404) return { title: t('not-found.title'), text: t('not-found.text') };
  if (status === 410) return { title: t('gone.title'), text: t(`error.${code}`) };
  return { title: t(status >= 500 ? 'failure.title' : 'refusal.title'), text: t(`error.${code}`) };
}
