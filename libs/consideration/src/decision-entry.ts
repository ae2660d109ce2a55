import { createHash } from 'node:crypto';
import type { Decision } from './domain/decision.js';

/** What the ledger keeps of a decision: its outcome, and hashes of its texts, never the texts. */
export const decisionEntry = ({ outcome, reasonCode, changedClauses, ...texts }: Decision) => ({
  outcome,
  reasonCode,
  changedClauses,
  groundSha256: sha256(texts.groundKk, texts.groundRu),
  noChangeSha256: texts.noChangeKk && texts.noChangeRu ? sha256(texts.noChangeKk, texts.noChangeRu) : null,
});

/** Of the texts joined by line feeds, UTF-8, hex. */
export const sha256 = (...texts: string[]): string =>
  createHash('sha256').update(texts.join('\n'), 'utf8').digest('hex');
