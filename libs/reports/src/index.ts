export { ReportsModule } from './reports.module.js';
export { AssembleReport, type AssembledReport, type AssembleReportInput } from './use-cases/assemble-report.js';
export { SignReport, type SignReportInput } from './use-cases/sign-report.js';
export { PublishReport, type PublishReportInput } from './use-cases/publish-report.js';
export { ReportOf, type ReportView } from './queries/report-of.js';
export { ReportRenderings, type RenderingRequest } from './queries/report-renderings.js';
export { RequestReport } from './use-cases/request-report.js';
export { DiscussionsWithoutReport } from './queries/discussions-without-report.js';
export { ReportBlockers } from './queries/report-blockers.js';
export { type TwoVersions, type VisibleVersion, VisibleVersions } from './queries/visible-versions.js';
export type { VersionStanding } from './domain/version-visibility.js';
export { reportAssembled, reportEvents, reportPublished, reportRequested, reportSigned } from './events.js';
export { assembleReportJob, publishReportJob } from './jobs/report-jobs.js';
export type { Blocker, BlockerCode } from './domain/blockers.js';
export type { KindCounts, ReportCounts } from './domain/report-counts.js';
export {
  REPORT_SCHEMA,
  type ReportData,
  type ReportDecision,
  type ReportPoint,
  type ReportRow,
} from './domain/report-data.js';
export { reconcile, type SumFault } from './domain/reconcile.js';
export { reportAddress } from './domain/report-address.js';
export { isFrozen, type ReportState, reportStates, reportTransitions } from './domain/report-lifecycle.js';
export type { Rendering, RenderingFormat, RenderingLanguage } from './rendering/rendering.js';
export { ReportEntity } from './persistence/report.entity.js';
export { ReportRenderingEntity } from './persistence/report-rendering.entity.js';
