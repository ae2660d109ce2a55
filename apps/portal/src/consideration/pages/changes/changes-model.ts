import type { TracedChange } from '#lib/consideration';
import type { DiscussionDetails } from '#lib/discussion';
import { compareTexts, type ParagraphChange } from '#lib/drafting';
import type { MessageKey } from '#lib/localisation';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import { type ChangeableClause, changeableNames } from '../../changeable.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { ChangeCard, ChangesModel, TypedInitiative } from './changes.view.js';

export interface ChangesFacts {
  readonly visit: PageVisit;
  readonly discussion: DiscussionDetails;
  readonly changes: readonly TracedChange[];
  readonly changeable: readonly ChangeableClause[];
  readonly mayExplain: boolean;
  /** Lineage id of the clause whose form is open. */
  readonly chosen: string;
  readonly typed?: TypedInitiative;
  readonly errors?: FormErrors;
  readonly done: string | null;
}

const kinds: Readonly<Record<TracedChange['change'], MessageKey>> = {
  changed: 'compare.changed',
  added: 'compare.added',
  removed: 'compare.removed',
};

/** Every change of the draft's words, and what stands behind it (AMB-14, REQ-52, REQ-76). */
export function changesModel(facts: ChangesFacts): ChangesModel {
  const { visit, discussion, changes, changeable, mayExplain, errors, done } = facts;
  const { t } = visit;
  const title = inLanguage(discussion.title, visit.language);
  const names = changeableNames(changeable, visit);
  const untraced = changes.filter(({ isTraced }) => !isTraced).length;
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: visit.to(`officer/discussions/${discussion.id}/queue`), text: t('queue.title') },
    title: title.text,
    titleLanguage: title.language,
    done,
    summary: changes.length === 0 ? t('changes.none') : t('changes.summary', { count: changes.length, untraced }),
    changes: changes.map((change) => cardOf(change, names.get(change.lineageId) ?? '?', facts)),
    closedNote: mayExplain || changes.length === 0 ? null : t('changes.not-now'),
    action: visit.to(`officer/discussions/${discussion.id}/changes`),
  };
}

function cardOf(change: TracedChange, name: string, facts: ChangesFacts): ChangeCard {
  const { visit, discussion, mayExplain, chosen } = facts;
  const { t } = visit;
  const { lineageId, points, pointsInAll, ownInitiative, isTraced } = change;
  const here = visit.to(`officer/discussions/${discussion.id}/changes`);
  const isOpen = mayExplain && chosen === lineageId;
  const more = pointsInAll - points.length;
  return {
    id: lineageId,
    name,
    tags: [
      { text: t(kinds[change.change]), classes: 'govuk-tag--grey' },
      isTraced
        ? { text: t('changes.traced'), classes: 'govuk-tag--green' }
        : { text: t('changes.untraced'), classes: 'govuk-tag--red' },
    ],
    texts: textsOf(change),
    points: points.map(({ number, point }) => ({
      href: visit.to(`officer/remarks/${number}?point=${point}`),
      text: point > 1 ? `${number} (${point})` : number,
    })),
    more: more > 0 ? t('changes.more', { count: more }) : '',
    initiative: ownInitiative && {
      nature: t(ownInitiative.nature === 'EDITORIAL' ? 'changes.editorial' : 'changes.substantive'),
      reasonKk: ownInitiative.reasonKk,
      reasonRu: ownInitiative.reasonRu,
    },
    explainHref: mayExplain && !isOpen ? `${here}?clause=${lineageId}#change-${lineageId}` : null,
    form: isOpen ? (facts.typed ?? typedNow(ownInitiative)) : null,
  };
}

const typedNow = (now: TracedChange['ownInitiative']): TypedInitiative =>
  now ?? { nature: '', reasonKk: '', reasonRu: '' };

/** Both languages in which the draft is equally law (AMB-28). */
const textsOf = ({ before, after }: TracedChange): ChangeCard['texts'] =>
  (['kk', 'ru'] as const)
    .map((code) => ({ code, paragraphs: compareTexts(before?.[code] ?? '', after?.[code] ?? '').map(runsOf) }))
    .filter(({ paragraphs }) => paragraphs.some((runs) => runs.some(({ kind }) => kind !== 'same')));

const runsOf = (paragraph: ParagraphChange) => (paragraph.kind === 'changed' ? paragraph.words : [paragraph]);
