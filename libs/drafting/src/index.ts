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
export { canonicalText } from './domain/canonical-text.js';
export { type CompletenessFault, type CompletenessFaultName, completenessFaults } from './domain/draft-completeness.js';
export { levelsOf, parentsByLevel } from './domain/levels.js';
export { type TreeFault, treeFaults } from './domain/part-tree.js';
export { textHash } from './text-hash.js';

// Reading it from files.
export { type DraftFile, readDraft } from './reading/read-draft.js';
export { DraftFileRefused } from './reading/draft-file-refused.js';
export type {
  DraftReading,
  ReadingFault,
  ReadingFaultCode,
  ReadingNotice,
  ReadingNoticeCode,
} from './reading/reading.js';

// The dossier and the versions of its draft.
export { DraftingModule } from './drafting.module.js';
export {
  mayDraft,
  mayMove,
  procedureLifecycle,
  type ProcedureState,
  procedureStates,
} from './domain/procedure-lifecycle.js';
export {
  type ProcedureKind,
  procedureKinds,
  type ProcedureRefusal,
  type ProcedureRefusalName,
} from './domain/new-procedure.js';
export { isSameName } from './domain/same-name.js';
export { clausesOfText, type DraftedClause, type DraftedClauseFault } from './domain/drafted-clause.js';
export {
  type NewDossier,
  type Procedure,
  ProcedureNotInState,
  Procedures,
  StandardAlreadyDrafted,
} from './persistence/procedures.js';
export { type DraftVersion, DraftVersions, type StoredClause } from './persistence/draft-versions.js';
export { changedClauses, type ClauseChange } from './persistence/changed-clauses.js';
export { CreateProcedure, type CreateProcedureInput, ProcedureRefused } from './use-cases/create-procedure.js';
export {
  DraftNotAText,
  type SavedDraftVersion,
  SaveDraftVersion,
  type SaveDraftVersionInput,
} from './use-cases/save-draft-version.js';
export { DraftNotImported, ImportDraft, type ImportDraftInput, type ImportedDraft } from './use-cases/import-draft.js';
export { type Dossier, type DossierFilter, Dossiers } from './queries/dossiers.js';
export { type DraftReadout, DraftTexts } from './queries/draft-texts.js';
export { ProcedureEntity } from './persistence/procedure.entity.js';
export { DraftVersionEntity } from './persistence/draft-version.entity.js';
export { ClauseEntity } from './persistence/clause.entity.js';
