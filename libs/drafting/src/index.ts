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
