import { bareLabel } from '#lib/drafting';
import { BRIEF_LENGTH, type ReportDecision, type ReportPoint } from '#lib/reports';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { RowOfTable } from '../../report-table.js';
import { reasonName } from './reason-name.js';
import type { ResultRow } from './results.view.js';

/** What all rows of a table are shown with. */
export interface RowContext {
  readonly visit: PageVisit;
  readonly profileId: string;
  /** Where the discussed draft is held against the revised one; null when they are the same. */
  readonly compareHref: string | null;
  /** The address of this table with one remark in it. */
  readonly hrefOf: (number: string) => string;
}

/** One row of the table of Appendix 2, in the visitor's language; Russian where there is no English. */
export function resultRow({ row, numbers }: RowOfTable, context: RowContext): ResultRow {
  const { t } = context.visit;
  const about = row.about.map(({ kind, label }) =>
    t(kind === 'SECTION' ? 'report.about-section' : 'report.about-clause', { label: bareLabel(label) }),
  );
  const isLong = Array.from(row.text).length > BRIEF_LENGTH;
  const inAll = row.group?.size ?? 1;
  return {
    ordinal: row.ordinal,
    kind: t(row.kind === 'REMARK' ? 'report.type-remark' : 'report.type-proposal'),
    about: about.join('; ') || t('report.about-draft'),
    brief: isLong ? row.brief : row.text,
    text: isLong ? row.text : null,
    proposedWording: row.proposedWording,
    group: row.group && t('report.group-row', { count: row.group.size, no: row.group.no }),
    numbers: numbers.map((number) => ({ number, href: context.hrefOf(number) })),
    moreNumbers: inAll > numbers.length ? t('closing.more', { count: inAll - numbers.length }) : null,
    isPartly: new Set(row.points.map(({ decision }) => decision?.outcome)).size > 1,
    answers: row.points.flatMap((point) =>
      point.decision ? [answerOf(point, point.decision, row.points.length, context)] : [],
    ),
  };
}

function answerOf(
  { position, passages }: ReportPoint,
  { outcome, reasonCode, ground, changedClauses, noChange }: ReportDecision,
  points: number,
  { visit: { t, language }, compareHref, profileId }: RowContext,
): ResultRow['answers'][number] {
  const said = language === 'kk' ? 'kk' : 'ru';
  return {
    point: points > 1 ? t('report.point', { number: String(position) }) : null,
    quotes: points > 1 ? passages.map(({ quote }) => quote) : [],
    outcome: t(outcome === 'TAKEN_INTO_ACCOUNT' ? 'outcome.taken-into-account' : 'outcome.not-taken-into-account'),
    isTaken: outcome === 'TAKEN_INTO_ACCOUNT',
    reason: outcome === 'TAKEN_INTO_ACCOUNT' ? null : reasonName(profileId, reasonCode, language),
    ground: ground[said],
    language: said,
    changes: changedClauses.map(({ label, lineageId }) => ({
      text: t('report.changed-clause', { label: bareLabel(label) }),
      href: compareHref && `${compareHref}&clause=${lineageId}#change-${lineageId}`,
    })),
    noChange: noChange?.[said] ?? null,
  };
}
