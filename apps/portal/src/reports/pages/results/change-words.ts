import { bareLabel, compareTexts } from '#lib/drafting';
import type { Language } from '#lib/kernel';
import type { MessageKey } from '#lib/localisation';
import type { ReportChange } from '#lib/reports';
import { inOneText, type MarkedParagraph } from '../../../comparison/pages/compared-text.js';
import type { PageVisit } from '../../../pages-kit/visit.js';

/** A part of the draft that was changed: both wordings in one text, and what stands behind it (REQ-52, REQ-76). */
export interface ChangeWords {
  readonly id: string;
  readonly name: string;
  readonly kind: { readonly text: string; readonly classes: string };
  readonly language: Language;
  readonly paragraphs: readonly MarkedParagraph[];
  readonly remarks: readonly { readonly number: string; readonly href: string }[];
  readonly moreRemarks: string | null;
  /** The body's own initiative, in its words. */
  readonly ownInitiative: { readonly text: string; readonly language: 'kk' | 'ru' } | null;
  readonly untraced: string | null;
}

const NAMED = 20;
const kinds: Readonly<Record<ReportChange['change'], { readonly key: MessageKey; readonly classes: string }>> = {
  changed: { key: 'report.change-changed', classes: 'govuk-tag--blue' },
  added: { key: 'report.change-added', classes: 'govuk-tag--green' },
  removed: { key: 'report.change-removed', classes: 'govuk-tag--red' },
};

export function changeWords(change: ReportChange, visit: PageVisit, hrefOf: (number: string) => string): ChangeWords {
  const { clause, before, after, points, pointsInAll, ownInitiative } = change;
  const { t, language } = visit;
  const said = language === 'kk' ? 'kk' : 'ru';
  const shown =
    language === 'en' && [before, after].every((words) => words === null || words.en !== null) ? 'en' : said;
  const { key, classes } = kinds[change.change];
  const numbers = [...new Set(points.map(({ number }) => number))].slice(0, NAMED);
  const own = ownInitiative?.nature === 'EDITORIAL' ? 'report.change-own-editorial' : 'report.change-own-substantive';
  const label = bareLabel(clause.label);
  return {
    id: clause.lineageId,
    name: t(clause.kind === 'SECTION' ? 'draft.section' : 'draft.clause', { label }),
    kind: { text: t(key), classes },
    language: shown,
    paragraphs: inOneText(compareTexts(before?.[shown] ?? '', after?.[shown] ?? ''), { before: null, after: null }),
    remarks: numbers.map((number) => ({ number, href: hrefOf(number) })),
    moreRemarks: pointsInAll > points.length || numbers.length < points.length ? t('closing.and-more') : null,
    ownInitiative: ownInitiative && { text: t(own, { reason: ownInitiative.reason[said] }), language: said },
    untraced: change.isTraced ? null : t('report.change-untraced'),
  };
}
