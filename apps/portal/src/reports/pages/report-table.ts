import { formatNumber } from '#lib/localisation';
import type { KindCounts, ReportCounts, ReportDecision, ReportRow, ReportView } from '#lib/reports';
import type { PageVisit } from '../../pages-kit/visit.js';
import { renderingAddress } from '../api/report.responses.js';
import type { FileLink, ResultRow } from './results.view.js';

/** A2.S and what A2.3 tells, remarks and proposals apart. */
export function countRows(counts: ReportCounts, { t, language }: PageVisit) {
  const line = (name: string, { remarks, proposals, total }: KindCounts) => ({
    name,
    cells: [remarks, proposals, total].map((count) => formatNumber(count, language)),
  });
  return [
    line(t('report.count-received'), counts.received),
    line(t('report.count-considered'), counts.points.decided),
    line(t('report.count-taken'), counts.points.takenIntoAccount),
    line(t('report.count-not-taken'), counts.points.notTakenIntoAccount),
    line(t('report.count-partly'), counts.partly),
    line(t('report.count-withdrawn'), counts.withdrawn),
    line(t('report.count-hidden'), counts.hidden),
  ];
}

export const sumsOf = ({ received, decided, withdrawn, hidden }: ReportCounts, { t }: PageVisit): string =>
  t('report.sums', {
    received: received.total,
    decided: decided.total,
    withdrawn: withdrawn.total,
    hidden: hidden.total,
  });

/** One row of the table of Appendix 2, in the visitor's language; Russian where there is no English. */
export function resultRow(row: ReportRow, compareHref: string | null, visit: PageVisit): ResultRow {
  const { t } = visit;
  const about = row.about.map(({ kind, label }) =>
    t(kind === 'SECTION' ? 'report.about-section' : 'report.about-clause', { label: label.replace(/[.\s]+$/, '') }),
  );
  return {
    ordinal: row.ordinal,
    number: row.number,
    kind: t(row.kind === 'REMARK' ? 'report.type-remark' : 'report.type-proposal'),
    about: about.join('; ') || t('report.about-draft'),
    text: row.text,
    proposedWording: row.proposedWording,
    answers: row.points.flatMap(({ decision }) => (decision ? [answerOf(decision, compareHref, visit)] : [])),
  };
}

function answerOf(
  { outcome, ground, changedClauses, noChange }: ReportDecision,
  compareHref: string | null,
  { t, language }: PageVisit,
): ResultRow['answers'][number] {
  const said = language === 'kk' ? 'kk' : 'ru';
  return {
    outcome: t(outcome === 'TAKEN_INTO_ACCOUNT' ? 'outcome.taken-into-account' : 'outcome.not-taken-into-account'),
    ground: ground[said],
    changes: changedClauses.map(({ label, lineageId }) => ({
      text: t('report.changed-clause', { label: label.replace(/[.\s]+$/, '') }),
      href: compareHref && `${compareHref}&clause=${lineageId}#change-${lineageId}`,
    })),
    noChange: noChange?.[said] ?? null,
  };
}

export function fileLinks({ id, renderings }: ReportView, { t, language }: PageVisit): FileLink[] {
  return renderings.map(({ format, language: code, sha256, size }) => ({
    href: renderingAddress(id, format, code),
    name: code === 'mul' ? format : `${format}, ${t(`language.${code}`)}`,
    size: t('results.size', { kilobytes: formatNumber(Math.max(1, Math.round(size / 1024)), language) }),
    sha256,
  }));
}
