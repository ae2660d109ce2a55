import type { Translate } from '#lib/localisation';
import { pointsReconcile, remarksReconcile, type ReportView } from '#lib/reports';
import { channelName } from '../../../discussion/pages/channel-name.js';
import { noErrors } from '../../../pages-kit/form-errors.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { resultsPath } from '../results/results-address.js';
import type { ClosingStep } from './blocker-lines.js';
import type { ChecklistModel, SumLine } from './checklist.view.js';
import { closingItems, type ClosingReading } from './closing-items.js';
import { reportFrame, reportPath } from './report-frame.js';
import { versionFacts } from './version-facts.js';
import { type WarningLine, warningLines } from './warning-lines.js';

/** What still stands between the discussion and its report, and what to do next. */
export function checklistModel(reading: ClosingReading, isSigner: boolean): ChecklistModel {
  const { state, visit } = reading;
  const { discussion, unsigned, signed, isInWork } = state;
  const { t } = visit;
  const items = isInWork || discussion.state === 'OPEN' ? closingItems(reading) : [];
  const open = items.filter(({ isDone }) => !isDone).length;
  const shown = isInWork ? unsigned : signed;
  return {
    ...noErrors,
    ...reportFrame(discussion, 'checklist', visit),
    isWithdrawn: discussion.state === 'WITHDRAWN',
    notBeforeClose: discussion.state === 'OPEN' ? t('report.not-before-close') : null,
    summary: items.length === 0 ? null : open === 0 ? t('report.no-blockers') : t('closing.open', { count: open }),
    items: items.map((each) => ({ ...each, mark: t(each.isDone ? 'closing.done' : 'closing.not-done') })),
    target: targetText(reading),
    sums: sumsOf(reading),
    senders: t('closing.senders', { ...reading.closing.checklist.senders }),
    warnings: isInWork ? warningsOf(reading) : [],
    facts: shown ? versionFacts(shown, discussion.zone, visit) : [],
    next: nextStep(reading, open, isSigner),
    missing: missingOf(signed, visit),
    links: [
      { text: t('desk.queue'), href: visit.to(`officer/discussions/${discussion.id}/queue`) },
      { text: t('compare.link'), href: visit.to(`officer/procedures/${discussion.procedureId}/compare`) },
    ],
    assembleAction:
      discussion.state === 'CLOSED' && isInWork ? visit.to(`${reportPath(discussion.id, 'checklist')}/assemble`) : null,
  };
}

/** The equations of REQ-64, and whether they hold. */
function sumsOf({ state: { unsigned, signed, isInWork }, closing, visit: { t } }: ClosingReading): SumLine[] {
  const { progress } = closing.checklist;
  const line = (text: string, holds: boolean): SumLine => ({
    text,
    holds,
    verdict: t(holds ? 'closing.sum-holds' : 'closing.sum-differs'),
  });
  const counts = (isInWork ? unsigned : signed)?.head.counts.points;
  return [
    line(t('closing.sum-remarks', { ...progress }), remarksReconcile(progress)),
    ...(counts ? [pointsLine(counts, t, line)] : []),
  ];
}

function pointsLine(
  { decided, takenIntoAccount, notTakenIntoAccount }: ReportView['head']['counts']['points'],
  t: Translate,
  line: (text: string, holds: boolean) => SumLine,
): SumLine {
  const [points, taken, not] = [decided.total, takenIntoAccount.total, notTakenIntoAccount.total];
  const holds = pointsReconcile({ decided: points, takenIntoAccount: taken, notTakenIntoAccount: not });
  return line(t('closing.sum-points', { points, taken, not }), holds);
}

/** Nothing of this keeps the report from being signed. */
function warningsOf({ state: { unsigned }, closing, visit }: ClosingReading): WarningLine[] {
  const { t } = visit;
  const { checklist, outages } = closing;
  const plain = (text: string): WarningLine => ({ text, quote: null });
  const { totalMinutes: minutes, limits } = outages;
  return [
    ...warningLines(
      {
        stockAnswers: checklist.stockAnswers.map(({ groundKk: kk, groundRu: ru, remarks }) => ({
          ground: { kk, ru },
          remarks,
        })),
        stockPhrases: unsigned?.head.warnings.stockPhrases ?? 0,
        substantiveChanges: checklist.substantive,
      },
      visit,
    ),
    ...(outages.outages.length > 0 ? [plain(t('outage.total', { minutes }))] : []),
    ...(outages.isExtensionToBeConsidered
      ? [plain(t('outage.consider', { minutes: limits.totalMinutes, hours: limits.lastHours }))]
      : []),
  ];
}

/** AMB-13, REQ-69: a target, of which the body is only told. It was kept or missed once the first report is there. */
function targetText({ state: { isInWork }, closing: { term }, visit }: ClosingReading): string | null {
  if (!isInWork || !term?.lastDay || (term.standing !== 'running' && term.standing !== 'overdue')) return null;
  const said = term.standing === 'overdue' ? 'closing.target-passed' : 'closing.target';
  return visit.t(said, { day: visit.day(term.lastDay) });
}

function missingOf(signed: ReportView | undefined, visit: PageVisit): string[] {
  if (signed?.state !== 'PUBLISHED') return [];
  return signed.missingChannels.map((channel) => channelName(channel, visit));
}

/** The one thing to do next. */
function nextStep({ state, visit }: ClosingReading, open: number, isSigner: boolean): ClosingStep | null {
  const { discussion, unsigned, signed, isInWork } = state;
  const { t } = visit;
  if (isInWork && unsigned && open === 0) {
    return isSigner
      ? { text: t('closing.to-signing'), href: visit.to(reportPath(discussion.id, 'signing')) }
      : { text: t('report.signer-only'), href: null };
  }
  if (isInWork || !signed) return null;
  return signed.state === 'PUBLISHED'
    ? { text: t('report.open-public'), href: visit.to(resultsPath(discussion.id, signed.head.erratum?.number ?? null)) }
    : { text: t('report.being-published'), href: null };
}
