import { DraftingModule } from '#lib/drafting';
import { FilesModule } from '#lib/files';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReportFactsReader } from './persistence/report-facts.reader.js';
import { ReportRenderingEntity } from './persistence/report-rendering.entity.js';
import { ReportEntity } from './persistence/report.entity.js';
import { Reports } from './persistence/reports.repository.js';
import { DiscussionsWithoutReport } from './queries/discussions-without-report.js';
import { ReportBlockers } from './queries/report-blockers.js';
import { ReportOf } from './queries/report-of.js';
import { ReportRenderings } from './queries/report-renderings.js';
import { RevisedVersions } from './queries/revised-versions.js';
import { VisibleVersions } from './queries/visible-versions.js';
import { AssembleReport } from './use-cases/assemble-report.js';
import { PrepareReport } from './use-cases/prepare-report.js';
import { PublishReport } from './use-cases/publish-report.js';
import { ReportActs } from './use-cases/report-acts.js';
import { RequestReport } from './use-cases/request-report.js';
import { SignReport } from './use-cases/sign-report.js';

const offered = [
  AssembleReport,
  SignReport,
  PublishReport,
  ReportOf,
  ReportRenderings,
  ReportBlockers,
  RequestReport,
  DiscussionsWithoutReport,
  VisibleVersions,
];

@Module({
  imports: [TypeOrmModule.forFeature([ReportEntity, ReportRenderingEntity]), FilesModule, DraftingModule],
  providers: [ReportFactsReader, Reports, PrepareReport, ReportActs, RevisedVersions, ...offered],
  exports: offered,
})
export class ReportsModule {}
