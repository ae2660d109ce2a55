import type { Row, Run } from '#lib/documents';
import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { profileById } from '#lib/time-limits';
import { briefContent } from '../domain/brief-content.js';
import { isPartly } from '../domain/outcomes-of-points.js';
import type { ClauseReference, Pair, ReportDecision, ReportPoint, ReportRow } from '../domain/report-data.js';

/** A2.T1-T4 of one remark. */
export function tableRow(row: ReportRow, profileId: string, language: Language): Row {
  const t = translator(language);
  const type = t(row.kind === 'REMARK' ? 'report.type-remark' : 'report.type-proposal');
  const about =
    row.about.length > 0 ? row.about.map((clause) => aboutClause(clause, language)) : [t('report.about-draft')];
  const wording = row.proposedWording
    ? `\n${t('report.proposed-wording', { text: briefContent(row.proposedWording) })}`
    : '';
  return [
    String(row.ordinal),
    [
      { text: type, bold: true },
      { text: `\n${[t('report.row-number', { number: row.number }), ...grouped(row, language), ...about].join('\n')}` },
    ],
    `${row.brief}${wording}`,
    groundsCell(row, profileId, language),
  ];
}

/** REQ-44, AMB-10: how many remarks the row answers; their numbers stand in a list of their own at the end. */
const grouped = ({ group }: ReportRow, language: Language): string[] =>
  group ? [translator(language)('report.group-row', { count: group.size, no: String(group.no) })] : [];

const aboutClause = ({ kind, label }: ClauseReference, language: Language): string =>
  translator(language)(kind === 'SECTION' ? 'report.about-section' : 'report.about-clause', { label });

/** A2.T4: accepted or not, and why; point by point when there are several (REQ-51). */
function groundsCell(row: ReportRow, profileId: string, language: Language): Run[] {
  const t = translator(language);
  const runs: Run[] = isPartly(row) ? [{ text: `${t('report.partly')}\n`, bold: true }] : [];
  for (const [index, { position, passages, decision }] of row.points.entries()) {
    if (index > 0) runs.push({ text: '\n' });
    if (row.points.length > 1) runs.push(...pointName(position, passages, language));
    if (decision === null) runs.push({ text: t('report.undecided'), bold: true });
    else runs.push(...decisionRuns(decision, profileId, language));
  }
  return runs;
}

/** "Point 2 «shorten the term».": which, and the first words it is about. */
function pointName(position: number, passages: ReportPoint['passages'], language: Language): Run[] {
  const quote = passages.map((passage) => passage.quote).join(' … ');
  const name = translator(language)('report.point', { number: String(position) });
  return quote
    ? [{ text: `${name} ` }, { text: `«${briefContent(quote, 80)}» `, italic: true }]
    : [{ text: `${name} ` }];
}

function decisionRuns(decision: ReportDecision, profileId: string, language: Language): Run[] {
  const t = translator(language);
  const isTaken = decision.outcome === 'TAKEN_INTO_ACCOUNT';
  const lines: string[] = [];
  if (!isTaken) lines.push(t('report.reason', { reason: reasonTitle(decision.reasonCode, profileId, language) }));
  lines.push(inLanguage(decision.ground, language));
  for (const { label } of decision.changedClauses) lines.push(t('report.changed-clause', { label }));
  if (decision.noChange) lines.push(t('report.no-change', { text: inLanguage(decision.noChange, language) }));
  const outcome = t(isTaken ? 'report.taken-into-account' : 'report.not-taken-into-account');
  return [{ text: outcome, bold: true }, { text: `\n${lines.join('\n')}` }];
}

const reasonTitle = (code: string, profileId: string, language: Language): string =>
  profileById(profileId).decisions.reasons.find((reason) => reason.code === code)?.title[language] ?? code;

/** Grounds are written in Kazakh and Russian (REQ-50); the English rendering shows both rather than a translation. */
function inLanguage({ kk, ru }: Pair, language: Language): string {
  if (language !== 'en') return language === 'kk' ? kk : ru;
  return kk === ru ? kk : `${kk}\n${ru}`;
}
