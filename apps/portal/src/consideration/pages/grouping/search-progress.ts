import type { SearchForSimilar } from '#lib/consideration';
import type { PageVisit } from '../../../pages-kit/visit.js';

/** How far the search is, in words. */
export function searchProgress({ run }: SearchForSimilar, zone: string, { t, when }: PageVisit) {
  if (!run) return { text: t('grouping.run-none'), isRunning: false };
  const { state, stage, done, total } = run;
  if (state === 'RUNNING') return { text: t(`grouping.run-${stage}`, { done, total }), isRunning: true };
  return { text: t(`grouping.run-${state}`, { at: when(run.finishedAt ?? run.requestedAt, zone) }), isRunning: false };
}
