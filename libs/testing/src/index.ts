export { contrastOf } from './contrast.js';
export { knowSignedProfile, SIGNED_PROFILE } from './signed-profile.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
export { testKeyFile, testSeal } from './test-keys.js';
export { startTestBed, type TestBed } from './test-bed.js';
export {
  type ClauseSpec,
  type DiscussionRows,
  type DiscussionSpec,
  insertDiscussion,
  insertDraftVersion,
  officerOf,
  type RemarkSpec,
} from './discussion-rows.js';
