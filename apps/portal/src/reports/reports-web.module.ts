import { ReportsModule } from '#lib/reports';
import { Module } from '@nestjs/common';
import { ReportApi } from './api/report.api.js';
import { ReportRunApi } from './api/report-run.api.js';
import { ReportFileApi } from './api/report-file.api.js';
import { SignReportApi } from './api/sign-report.api.js';
import { OwnReportPage } from './pages/own-report.page.js';
import { ResultsPage } from './pages/results.page.js';

@Module({
  imports: [ReportsModule],
  controllers: [ReportApi, ReportRunApi, SignReportApi, ReportFileApi, ResultsPage, OwnReportPage],
  exports: [ReportsModule],
})
export class ReportsWebModule {}
