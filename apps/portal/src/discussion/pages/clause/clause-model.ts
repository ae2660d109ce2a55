import { remarksAbout } from '#lib/discussion';
import { clauseNames, type StoredClause } from '#lib/drafting';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { PublicDraft } from '../../public-drafts.js';
import { closeText, standingOf } from '../standing.js';
import type { ClauseModel, ShownRemark } from './clause.view.js';

export interface ClauseReading {
  readonly opened: PublicDraft;
  readonly clause: StoredClause;
  readonly remarks: readonly ShownRemark[];
  readonly pages: ClauseModel['pages'];
}

export function clauseModel({ opened, clause, remarks, pages }: ClauseReading, visit: PageVisit): ClauseModel {
  const { t, language } = visit;
  const { discussion, draft, counts } = opened;
  const here = visit.to(`discussions/${discussion.id}`);
  const title = inLanguage(discussion.title, language);
  const names = clauseNames(draft.clauses, language, t);
  const at = draft.clauses.indexOf(clause);
  const neighbour = (other: StoredClause | undefined) =>
    other ? { href: `${here}/clauses/${other.lineageId}`, name: names.get(other.lineageId) ?? '' } : null;
  const standing = standingOf(discussion);
  const own = (['kk', 'ru', 'en'] as const).filter((code) => clause.text[code]);
  return {
    back: { href: `${here}/text#clause-${clause.lineageId}`, text: t('clause.to-text') },
    draftTitle: title.text,
    draftTitleLanguage: title.language,
    draftHref: here,
    name: names.get(clause.lineageId) ?? '',
    label: clause.label,
    sides: own.map((code) => ({ text: clause.text[code] ?? '', language: code, languageName: t(`language.${code}`) })),
    remarkHref: standing === 'open' ? `${here}/remark?clause=${clause.lineageId}` : null,
    closedText: standing === 'open' ? null : closeText(discussion, visit),
    remarksTitle: t('clause.remarks', { count: remarksAbout(counts, [clause.lineageId]) }),
    remarks,
    isAnswered: standing === 'reported',
    previous: neighbour(at > 0 ? draft.clauses[at - 1] : undefined),
    next: neighbour(draft.clauses[at + 1]),
    pages,
  };
}
