import { isMessageKey, type MessageKey } from '#lib/localisation';
import type { Blocker, BlockerCode } from '#lib/reports';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { reportPath } from './report-frame.js';

/** One thing to do, and the place where it is done. */
export interface ClosingStep {
  readonly text: string;
  readonly href: string | null;
}

/** A new code without its sentence does not compile. */
const sentences: Readonly<Record<BlockerCode, MessageKey>> = {
  'undecided-point': 'blocker.undecided-point',
  'ground-missing': 'blocker.ground-missing',
  'change-not-named': 'blocker.change-not-named',
  'clause-not-changed': 'blocker.clause-not-changed',
  'change-untraced': 'blocker.change-untraced',
  'decision-not-confirmed': 'blocker.decision-not-confirmed',
  'group-decided-apart': 'blocker.group-decided-apart',
  'entry-waits': 'blocker.entry-waits',
  'hiding-waits': 'blocker.hiding-waits',
  'text-waits': 'blocker.text-waits',
  'objection-waits': 'blocker.objection-waits',
  'hidden-without-ground': 'blocker.hidden-without-ground',
  'sums-do-not-reconcile': 'blocker.sums-do-not-reconcile',
  'counts-differ': 'blocker.counts-differ',
  'changed-since-assembly': 'blocker.changed-since-assembly',
  'data-altered': 'blocker.data-altered',
  'warnings-not-acknowledged': 'blocker.warnings-not-acknowledged',
};

type PlaceOf = (blocker: Blocker, discussionId: string) => string | null;

const remark: PlaceOf = ({ number }) => (number === null ? null : `officer/remarks/${number}`);
const hiding: PlaceOf = ({ number }) => (number === null ? null : `officer/remarks/${number}/hiding`);
const making: PlaceOf = (_, discussionId) => reportPath(discussionId, 'making');

/** Where each is done, without the language. */
const places: Readonly<Record<BlockerCode, PlaceOf>> = {
  'undecided-point': remark,
  'ground-missing': remark,
  'change-not-named': remark,
  'clause-not-changed': remark,
  'change-untraced': (_, id) => `officer/discussions/${id}/changes`,
  'decision-not-confirmed': remark,
  'group-decided-apart': ({ detail }, id) => `officer/discussions/${id}/groups${detail === null ? '' : `/${detail}`}`,
  'entry-waits': (_, id) => `officer/discussions/${id}/entries`,
  'hiding-waits': hiding,
  'objection-waits': hiding,
  'text-waits': (_, id) => `officer/discussions/${id}/waiting`,
  'hidden-without-ground': hiding,
  'sums-do-not-reconcile': making,
  'counts-differ': making,
  'changed-since-assembly': making,
  'data-altered': (_, id) => reportPath(id, 'versions'),
  'warnings-not-acknowledged': (_, id) => reportPath(id, 'signing'),
};

/** A blocker in words, with the remark, the point and what else it names, and a link to the place where it is done. */
export function blockerLine(blocker: Blocker, discussionId: string, visit: PageVisit): ClosingStep {
  const place = places[blocker.code](blocker, discussionId);
  return { text: sentenceOf(blocker, visit), href: place === null ? null : visit.to(place) };
}

function sentenceOf({ code, number, point, detail }: Blocker, { t }: PageVisit): string {
  if (code === 'changed-since-assembly') {
    return number === null
      ? t('blocker.changed-since-assembly', { detail: partName(detail ?? '', t) })
      : t('blocker.remark-changed-since-assembly', { number });
  }
  const about = number === null ? '' : point === null ? number : t('blocker.point-of', { number, point });
  const isAboutSums = code === 'sums-do-not-reconcile' && about !== '';
  return t(sentences[code], { about, detail: isAboutSums ? `${about}: ${detail ?? ''}` : (detail ?? '') });
}

/** Parts of the head of the report are named as its readers know them. */
function partName(part: string, t: PageVisit['t']): string {
  const key = `report.part.${part}`;
  return isMessageKey(key) ? t(key) : part;
}
