import { DraftingModule } from '#lib/drafting';
import { FilesModule } from '#lib/files';
import { ReportsModule } from '#lib/reports';
import { Module } from '@nestjs/common';
import { ConsiderationWebModule } from '../consideration/consideration-web.module.js';
import { EventStreams } from '../request/event-streams.js';
import { ClosingChecklistApi } from './api/closing-checklist.api.js';
import { ErrataApi } from './api/errata.api.js';
import { ReportFileApi } from './api/report-file.api.js';
import { ReportPlacementsApi } from './api/report-placements.api.js';
import { ReportRunApi } from './api/report-run.api.js';
import { ReportSchemaPage } from './api/report-schema.page.js';
import { ReportApi } from './api/report.api.js';
import { SignReportApi } from './api/sign-report.api.js';
import { SignatureApi } from './api/signature.api.js';
import { ClosingFacts } from './closing-facts.js';
import { OwnReport } from './own-report.js';
import { ChecklistPage } from './pages/own/checklist.page.js';
import { ErrataPage } from './pages/own/errata.page.js';
import { MakingPage } from './pages/own/making.page.js';
import { ReportPlacementsPage } from './pages/own/placements.page.js';
import { ProgressPage } from './pages/own/progress.page.js';
import { SigningPage } from './pages/own/signing.page.js';
import { VersionsPage } from './pages/own/versions.page.js';
import { ReportChangesPage } from './pages/results/changes.page.js';
import { ResultsPage } from './pages/results/results.page.js';
import { PlacementProof } from './placement-proof.js';
import { PublishedReports } from './published-report.js';
import { ReportTable } from './report-table.js';

const api = [
  ReportApi,
  ReportRunApi,
  ReportFileApi,
  SignReportApi,
  SignatureApi,
  ReportPlacementsApi,
  ErrataApi,
  ClosingChecklistApi,
  ReportSchemaPage,
];
const ownPages = [ChecklistPage, MakingPage, ProgressPage, SigningPage, ReportPlacementsPage, ErrataPage, VersionsPage];
const publicPages = [ResultsPage, ReportChangesPage];

@Module({
  imports: [ReportsModule, ConsiderationWebModule, DraftingModule, FilesModule],
  providers: [OwnReport, ClosingFacts, PublishedReports, ReportTable, PlacementProof, EventStreams],
  controllers: [...api, ...ownPages, ...publicPages],
  exports: [ReportsModule],
})
export class ReportsWebModule {}
