import { createHash } from 'node:crypto';
import { canonicalText } from './domain/canonical-text.js';
import type { DraftText } from './domain/clause.js';

/** SHA-256 of the canonical text in UTF-8, lower-case hex (REQ-23). */
export const textHash = (draft: DraftText): string => createHash('sha256').update(canonicalText(draft)).digest('hex');
