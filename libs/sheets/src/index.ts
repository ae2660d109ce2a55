export { SheetsModule } from './sheets.module.js';

// The consideration out and back.
export { ConsiderationSheet, type SheetToSave } from './queries/consideration-sheet.js';
export type { RowFilter } from './answers/rows-to-export.js';
export { type FilledSheet, ReceiveConsiderationSheet } from './use-cases/receive-consideration-sheet.js';
export { type ConsiderationImport, ConsiderationImports } from './queries/consideration-imports.js';
export {
  ApplyConsiderationSheet,
  type AppliedSheet,
  type SheetToApply,
} from './use-cases/apply-consideration-sheet.js';

// The remarks of an organisation in.
export { IntakeTemplate } from './queries/intake-template.js';
export { KeepIntakeSheet } from './use-cases/keep-intake-sheet.js';
export { type ReceivedSheet, ReceiveIntakeSheet } from './use-cases/receive-intake-sheet.js';
export { type IntakeImport, IntakeImports } from './queries/intake-imports.js';
export { ApplyIntakeSheet } from './use-cases/apply-intake-sheet.js';

// What would become of the rows.
export type { AnswerPlan } from './answers/plan-answers.js';
export {
  type AnswerCounts,
  type AnswerFault,
  type AnswerKind,
  answerKinds,
  type Conflict,
  conflicts,
  isApplied,
  type PlannedAnswer,
} from './answers/planned-answer.js';
export type { TypedKey } from './answers/answer-columns.js';
export { MOST_ROWS } from './answers/read-answers.js';
export type { StandingDecision } from './answers/row-facts.js';
export {
  type IntakeFault,
  type IntakeKind,
  intakeKinds,
  type IntakePlan,
  isEnterable,
  type PlannedRemark,
  type SheetLetter,
} from './intake/plan-intake.js';
export { type SenderKey, senderKeys } from './intake/remark-columns.js';

// What is refused as a whole.
export { type SheetFault, SheetRefused } from './workbook/sheet-refused.js';
export { PlanChanged } from './workbook/plan-changed.js';

// What is kept.
export type { ImportName, SheetImport } from './persistence/sheet-imports.js';
