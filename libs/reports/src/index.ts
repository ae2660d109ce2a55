export { ReportsModule } from './reports.module.js';

// Making it.
export { RequestReport } from './use-cases/request-report.js';
export { RunReportStep, type RunReportStepInput } from './use-cases/run-report-step.js';
export { CancelReportRun } from './use-cases/cancel-report-run.js';
export { RetryReportRun } from './use-cases/retry-report-run.js';
export { AssembleReport, type AssembledReport, type AssembleReportInput } from './use-cases/assemble-report.js';

// Signing, placing and correcting it.
export {
  SignReportElectronically,
  type SignReportElectronicallyInput,
} from './use-cases/sign-report-electronically.js';
export { SignReport, type SignReportInput } from './use-cases/sign-report.js';
export { PublishReport, type PublishReportInput } from './use-cases/publish-report.js';
export { OpenErratum, type OpenErratumInput } from './use-cases/open-erratum.js';
export { RecordReportPlacement, type RecordReportPlacementInput } from './use-cases/record-report-placement.js';
export { DropErratum } from './use-cases/drop-erratum.js';

// What is read.
export { ReportOf, type ReportView } from './queries/report-of.js';
export { ReportRowsOf } from './queries/report-rows-of.js';
export type { RowFilter } from './queries/row-conditions.js';
export { type ClauseFigures, ReportClauses } from './queries/report-clauses.js';
export { type AnswerInWords, answersInWords } from './rendering/answers-in-words.js';
export { ReportRunOf, type RunView } from './queries/report-run-of.js';
export { ReportRenderings, type RenderingRequest } from './queries/report-renderings.js';
export { type Checklist, ClosingChecklist } from './queries/closing-checklist.js';
export { ErrataOf, type ErratumView, type ReportNamed } from './queries/errata-of.js';
export { FirstPublication } from './queries/first-publication.js';
export { ReportPlacementsOf, type ReportPlacementView } from './queries/report-placements-of.js';
export type { KeptCertificate } from './persistence/report-signatures.repository.js';
export { SignatureOf, type SignatureView } from './queries/signature-of.js';
export { statementOf } from './signing-sheet.js';
export { ReportFlow } from './queries/report-flow.js';
export { DiscussionsWithoutReport } from './queries/discussions-without-report.js';
export { type TwoVersions, type VisibleVersion, VisibleVersions } from './queries/visible-versions.js';
export { type ClockLine, LegalClock } from './queries/legal-clock.js';

// What is told, and what is to be done.
export { reportAssembled, reportEvents, reportPublished, reportRequested, reportSigned } from './events.js';
export { publishReportJob, reportStepJob, requestReportJob, startReportFlowJob } from './jobs/report-jobs.js';

// The rules.
export type { AnswerRecord, LegalTerm, LegalTermId, TermStanding } from './domain/legal-terms.js';
export type { ErratumFault } from './domain/erratum-reason.js';
export { BRIEF_LENGTH } from './domain/brief-content.js';
export type { VersionStanding } from './domain/version-visibility.js';
export type { Blocker, BlockerCode } from './domain/blockers.js';
export { pointsReconcile, remarksReconcile } from './domain/equations.js';
export type { KindCounts, ReportCounts } from './domain/report-counts.js';
export {
  type AnsweredRemark,
  REPORT_SCHEMA,
  type ReportChange,
  type ReportData,
  type ReportDecision,
  type ReportErratum,
  type ReportHead,
  type ReportPoint,
  type ReportRemark,
  type ReportRow,
  type ReportWarnings,
} from './domain/report-data.js';
export { reportSchema } from './schema/report-schema.js';
export { reportAddress } from './domain/report-address.js';
export {
  isFrozen,
  isInWork,
  mayOpenErratum,
  type ReportState,
  reportStates,
  reportTransitions,
} from './domain/report-lifecycle.js';
export {
  plannedSteps,
  type RunState,
  runStates,
  type StepName,
  stepNames,
  type StepState,
  stepStates,
} from './domain/report-run.js';
export {
  isPerLanguage,
  type RenderingFormat,
  renderingFormats,
  type RenderingLanguage,
} from './domain/rendering-kinds.js';
export { hasWarnings } from './use-cases/signing-check.js';

// The tables.
export { ReportEntity } from './persistence/report.entity.js';
export { RemoveExpiredSenders } from './use-cases/remove-expired-senders.js';
