import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ReportView } from '#lib/reports';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { row, type SummaryRow } from '../../../pages-kit/summary-row.js';
import { view } from '../../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { May } from '../../../rights/may.js';
import { OwnReport } from '../../own-report.js';
import { type FileLink, fileLinks } from '../file-links.js';
import { resultsPath } from '../results/results-address.js';
import { type ReportFrame, reportFrame } from './report-frame.js';
import { versionHistory } from './version-facts.js';
import { stateTag } from './version-words.js';

export interface VersionsModel extends ReportFrame {
  readonly versions: readonly {
    readonly name: string;
    readonly state: { readonly text: string; readonly classes: string };
    readonly facts: readonly SummaryRow[];
    readonly files: readonly FileLink[];
    readonly publicHref: string | null;
  }[];
}

const versionsView = view<VersionsModel>('reports/own/versions');

/** Every version of the report that was ever made, with its files. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/report/versions`)
export class VersionsPage {
  constructor(private readonly own: OwnReport) {}

  @Get()
  @May('report.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const { discussion, versions } = await this.own.of(id, officer);
    const model: VersionsModel = {
      ...reportFrame(discussion, 'versions', visit),
      versions: versions.map((report) => versionWords(report, discussion.zone, visit)),
    };
    return visit.show(versionsView, model, { title: model.heading });
  }
}

function versionWords(report: ReportView, zone: string, visit: PageVisit): VersionsModel['versions'][number] {
  const { t } = visit;
  const erratum = report.head.erratum?.number ?? null;
  return {
    name: t('draft.version', { number: report.version }),
    state: stateTag(report.state, visit),
    facts: [
      ...versionHistory(report, zone, visit),
      ...(erratum === null ? [] : [row(t('errata.title'), t('errata.number', { number: erratum }))]),
      ...(report.blockersInAll > 0 ? [row(t('report.blockers'), String(report.blockersInAll))] : []),
    ],
    files: fileLinks(report, visit),
    publicHref: report.state === 'PUBLISHED' ? visit.to(resultsPath(report.discussionId, erratum)) : null,
  };
}
