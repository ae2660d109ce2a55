// The text of a draft.
export {
  type Clause,
  type DraftPart,
  type DraftText,
  type Section,
  inOrder,
  pathOf,
  wordingOf,
} from './domain/clause.js';
export { bareLabel, clauseNames, firstWords } from './clause-names.js';
export { canonicalText } from './domain/canonical-text.js';
export { type CompletenessFault, type CompletenessFaultName, completenessFaults } from './domain/draft-completeness.js';
export { levelsOf, parentsByLevel } from './domain/levels.js';
export { type TreeFault, treeFaults } from './domain/part-tree.js';
export { textHash } from './text-hash.js';

// Reading it from files.
export { type DraftFile, readDraft } from './reading/read-draft.js';
export { DraftFileRefused, type RefusalReason } from './reading/draft-file-refused.js';
export type {
  DraftReading,
  ReadingFault,
  ReadingFaultCode,
  ReadingNotice,
  ReadingNoticeCode,
} from './reading/reading.js';

// What became of it between two versions.
export { compareWords, type WordChange } from './comparison/compare-words.js';
export { compareTexts, type ParagraphChange } from './comparison/compare-texts.js';
export {
  type ClauseComparison,
  type ClausePlace,
  compareVersions,
  type DraftComparison,
  type WordingComparison,
} from './comparison/compare-versions.js';
export { type ChangeCounts, type ClauseStatus, isChange } from './domain/clause-changes.js';
export type { ClauseChoice } from './domain/chosen-clauses.js';

// The dossier and the versions of its draft.
export { DraftingModule } from './drafting.module.js';
export {
  approvedStates,
  assertMayDraft,
  awaitsPlacement,
  isApproved,
  mayDraft,
  procedureLifecycle,
  ProcedureNotInState,
  type ProcedureState,
  procedureStates,
} from './domain/procedure-lifecycle.js';
export {
  type ProcedureKind,
  procedureKinds,
  type ProcedureRefusal,
  type ProcedureRefusalName,
  titleOf,
} from './domain/new-procedure.js';
export { isSameName } from './domain/same-name.js';
export { type ClauseEdit, clauseEdits, editClauses, isEditPossible } from './domain/edited-clauses.js';
export { clausesOfText, type DraftedClause, type DraftedClauseFault, draftLimits } from './domain/drafted-clause.js';
export { type NewDossier, type Procedure, Procedures, StandardAlreadyDrafted } from './persistence/procedures.js';
export { type DraftVersion, DraftVersions, type StoredClause } from './persistence/draft-versions.js';
export { changedClauses, type ClauseChange } from './persistence/changed-clauses.js';
export { CreateProcedure, type CreateProcedureInput, ProcedureRefused } from './use-cases/create-procedure.js';
export {
  DraftMovedOn,
  DraftNotAText,
  type SavedDraftVersion,
  SaveDraftVersion,
  type SaveDraftVersionInput,
} from './use-cases/save-draft-version.js';
export { DraftNotImported, ImportDraft, type ImportDraftInput, type ImportedDraft } from './use-cases/import-draft.js';
export { type Dossier, type DossierFilter, Dossiers } from './queries/dossiers.js';
export { type DraftReadout, DraftTexts } from './queries/draft-texts.js';
export { type ComparedVersions, VersionComparison } from './queries/version-comparison.js';
export { ProcedureEntity } from './persistence/procedure.entity.js';
export { DraftVersionEntity } from './persistence/draft-version.entity.js';
export { ClauseEntity } from './persistence/clause.entity.js';
