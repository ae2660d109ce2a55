import type { DiscussionDetails } from '#lib/discussion';
import { REPORT_SCHEMA, type ReportHead } from '#lib/reports';
import { patternDefinitions } from '../../../charts/patterns.js';
import { channelName } from '../../../discussion/pages/channel-name.js';
import { figuresOf } from '../../../pages-kit/figures.js';
import { codeRow, row } from '../../../pages-kit/summary-row.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { PublishedReport } from '../../published-report.js';
import { countLines } from '../count-lines.js';
import { erratumWords } from '../erratum-words.js';
import { fileLinks } from '../file-links.js';
import { warningLines } from '../own/warning-lines.js';
import { signatureWords } from '../signature-words.js';
import { changeWords } from './change-words.js';
import { flowChart, heatChart, outcomeChart, reasonLines } from './chart-models.js';
import type { PartFigures } from './part-figures.js';
import { resultsPath } from './results-address.js';
import { resultsSearch } from './results-filter.js';
import type { PublishedModel } from './results.view.js';
import { lateLine, summaryWords } from './summary-words.js';
import { remarkHref } from './table-model.js';

/** So many changes are shown with the results; the rest on a page of their own. */
const CHANGES = 10;

export interface PublishedReading {
  readonly visit: PageVisit;
  readonly discussion: DiscussionDetails;
  readonly published: PublishedReport;
  readonly parts: readonly PartFigures[];
  readonly compareHref: string | null;
}

/** Everything about a published report but its table. */
export function publishedModel(reading: PublishedReading): PublishedModel {
  const { visit, published, parts, compareHref, discussion } = reading;
  const { report, erratum } = published;
  const { head } = report;
  const here = visit.to(resultsPath(discussion.id, null));
  const clauseHref = (clause: string) => `${here}${resultsSearch({ erratum, filter: { clause } })}#table`;
  const isAnything = head.counts.received.total > 0;
  const changesHref = visit.to(`discussions/${discussion.id}/report/changes`) + resultsSearch({ erratum, filter: {} });
  return {
    ...aboutReport(reading),
    summary: summaryWords(head, parts, clauseHref, visit),
    definitions: patternDefinitions(),
    flow: isAnything ? flowChart(head, visit) : null,
    ...countLines(head.counts, visit),
    outcomes: head.counts.points.decided.total > 0 ? outcomeChart(head, visit) : null,
    reasons: reasonLines(head, visit),
    heat: isAnything ? heatChart(parts, visit) : null,
    parts: partLines(parts, clauseHref, visit),
    other: otherLines(head, visit),
    warnings: warningLines(head.warnings, visit),
    compareHref,
    changes: head.changes.slice(0, CHANGES).map((change) => changeWords(change, visit, remarkHref(here, erratum))),
    allChanges:
      head.changes.length > CHANGES
        ? { href: changesHref, text: visit.t('results.all-changes', { count: head.changes.length }) }
        : null,
    ...proofs(reading),
  };
}

function aboutReport({ visit, published, discussion }: PublishedReading) {
  const { t } = visit;
  const { report, erratum, errata, correctedBy } = published;
  const { zone } = discussion;
  const own = errata.find(({ number }) => number === erratum);
  const anchors = ['summary', 'figures', 'changes', 'table', 'files', 'signature', 'placements'] as const;
  return {
    lead: report.publishedAt ? t('results.published', { when: visit.when(report.publishedAt, zone) }) : null,
    facts: [
      row(t('draft.report'), t('draft.version', { number: report.version })),
      ...(report.signedAt ? [row(t('results.signed-at'), visit.when(report.signedAt, zone))] : []),
      ...(report.publishedAt ? [row(t('report.published-at'), visit.when(report.publishedAt, zone))] : []),
      codeRow(t('results.data-hash'), report.dataSha256),
    ],
    corrects: own ? erratumWords(own, discussion, visit) : null,
    correctedBy: correctedBy
      ? {
          href: visit.to(resultsPath(discussion.id, correctedBy.number)),
          text: t('errata.number', { number: correctedBy.number }),
        }
      : null,
    contents: anchors.map((anchor) => ({ href: `#${anchor}`, text: t(`results.part.${anchor}`) })),
  };
}

function partLines(parts: readonly PartFigures[], hrefOf: (clause: string) => string, visit: PageVisit) {
  const { number } = figuresOf(visit);
  return parts
    .filter(({ total }) => total > 0)
    .map((part) => ({
      name: part.name,
      href: hrefOf(part.id),
      cells: [part.remarks, part.proposals, part.takenIntoAccount, part.partly, part.notTakenIntoAccount].map(number),
    }));
}

/** A2.3: late ones, groups, outages. */
function otherLines({ counts, outages, period }: ReportHead, visit: PageVisit): string[] {
  const { t } = visit;
  const minutes = outages.reduce((sum, outage) => sum + outage.minutes, 0);
  return [
    lateLine(counts.late, visit),
    ...(counts.groups > 0 ? [t('report.groups-count', { count: counts.groups, remarks: counts.grouped })] : []),
    ...(outages.length === 0 ? [t('report.no-outages')] : [t('report.outages', { count: outages.length, minutes })]),
    ...outages.map((outage) =>
      t('report.outage', { from: visit.when(outage.startedAt, period.zone), minutes: outage.minutes }),
    ),
  ];
}

/** What anybody needs to check the report for himself. */
function proofs({ visit, published, discussion }: PublishedReading) {
  const { report, signature, placements, errata } = published;
  const files = fileLinks(report, visit);
  const example = report.renderings.find(({ format, language }) => format === 'PDF' && language === visit.language);
  const named = (format: string, language: string) =>
    `report-v${report.version}${language === 'mul' ? '' : `-${language}`}.${format.toLowerCase()}`;
  const missing = report.missingChannels.map((channel) => channelName(channel, visit));
  return {
    files,
    schemaHref: REPORT_SCHEMA,
    commands: [...(example ? [`sha256sum ${named('PDF', visit.language)}`] : []), `sha256sum ${named('JSON', 'mul')}`],
    signature: signature ? signatureWords(report.id, signature, discussion.zone, visit) : null,
    signatureCommand: signatureCommand(report.version),
    placements: placements.map(({ channel, url, placedAt, proofSha256 }) => ({
      channel: channelName(channel, visit),
      url,
      placedAt: visit.when(placedAt, discussion.zone),
      proofSha256,
    })),
    missing: missing.length > 0 ? visit.t('placing.missing', { channels: missing.join('; ') }) : null,
    errata: errata.map((each) => erratumWords(each, discussion, visit)),
  };
}

/** In lines that a phone holds, so that no word of it is broken. */
const signatureCommand = (version: number): string =>
  [
    'openssl cms -verify -binary',
    '-inform DER -noverify',
    `-in report-v${version}.p7s`,
    `-content signing-sheet-v${version}.json`,
    '-out signed.json',
  ].join(' \\\n  ');
