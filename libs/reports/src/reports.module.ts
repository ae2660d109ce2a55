import { ConsiderationModule } from '#lib/consideration';
import { DraftingModule } from '#lib/drafting';
import { FilesModule } from '#lib/files';
import { WorkingCalendarModule } from '#lib/working-calendar';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { entities } from './persistence/entities.js';
import { Errata } from './persistence/errata.repository.js';
import { ReportRuns } from './persistence/report-runs.repository.js';
import { ReportSignatures } from './persistence/report-signatures.repository.js';
import { Reports } from './persistence/reports.repository.js';
import { WhatWaits } from './persistence/what-waits.js';
import { ClosingChecklist } from './queries/closing-checklist.js';
import { DiscussionsWithoutReport } from './queries/discussions-without-report.js';
import { ErrataOf } from './queries/errata-of.js';
import { FirstPublication } from './queries/first-publication.js';
import { LegalClock } from './queries/legal-clock.js';
import { ReportClauses } from './queries/report-clauses.js';
import { ReportFlow } from './queries/report-flow.js';
import { ReportOf } from './queries/report-of.js';
import { ReportPlacementsOf } from './queries/report-placements-of.js';
import { ReportRenderings } from './queries/report-renderings.js';
import { ReportRowsOf } from './queries/report-rows-of.js';
import { ReportRunOf } from './queries/report-run-of.js';
import { RevisedVersions } from './queries/revised-versions.js';
import { SignatureOf } from './queries/signature-of.js';
import { VisibleVersions } from './queries/visible-versions.js';
import { AssembleData } from './use-cases/assemble-data.js';
import { AssembleReport } from './use-cases/assemble-report.js';
import { CancelReportRun } from './use-cases/cancel-report-run.js';
import { CheckData } from './use-cases/check-data.js';
import { DropErratum } from './use-cases/drop-erratum.js';
import { FreezeReport } from './use-cases/freeze-report.js';
import { OpenErratum } from './use-cases/open-erratum.js';
import { PresentReport } from './use-cases/present-report.js';
import { PublishReport } from './use-cases/publish-report.js';
import { RecordReportPlacement } from './use-cases/record-report-placement.js';
import { RenderDocument } from './use-cases/render-document.js';
import { ReportActs } from './use-cases/report-acts.js';
import { ReportWork } from './use-cases/report-work.js';
import { RequestReport } from './use-cases/request-report.js';
import { RetryReportRun } from './use-cases/retry-report-run.js';
import { RunReportStep } from './use-cases/run-report-step.js';
import { SignReportElectronically } from './use-cases/sign-report-electronically.js';
import { SignReport } from './use-cases/sign-report.js';
import { SigningCheck } from './use-cases/signing-check.js';
import { RemoveExpiredSenders } from './use-cases/remove-expired-senders.js';

const parts = [
  Reports,
  ReportRuns,
  Errata,
  WhatWaits,
  ReportActs,
  ReportWork,
  AssembleData,
  CheckData,
  RenderDocument,
  PresentReport,
  SigningCheck,
  ReportSignatures,
  FreezeReport,
  RevisedVersions,
];

const face = [
  RequestReport,
  RunReportStep,
  CancelReportRun,
  RetryReportRun,
  AssembleReport,
  SignReport,
  SignReportElectronically,
  PublishReport,
  OpenErratum,
  DropErratum,
  RecordReportPlacement,
  ReportOf,
  ReportRowsOf,
  ReportClauses,
  ReportRunOf,
  ReportRenderings,
  ReportFlow,
  ReportPlacementsOf,
  ErrataOf,
  FirstPublication,
  SignatureOf,
  ClosingChecklist,
  DiscussionsWithoutReport,
  VisibleVersions,
  RemoveExpiredSenders,
  LegalClock,
];

@Module({
  imports: [
    TypeOrmModule.forFeature(entities),
    ConsiderationModule,
    DraftingModule,
    FilesModule,
    WorkingCalendarModule,
  ],
  providers: [...parts, ...face],
  exports: face,
})
export class ReportsModule {}
