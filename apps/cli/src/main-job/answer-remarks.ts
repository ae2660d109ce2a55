import { DecideRemark } from '#lib/consideration';
import { clausesOfText, SaveDraftVersion } from '#lib/drafting';
import type { Actor } from '#lib/kernel';
import type { Context } from '../command-line/context.js';
import { clausePaths } from '../discussion-folder/clause-paths.js';
import { decisionOn } from '../discussion-folder/decision-rows.js';
import type { DiscussionFolder } from '../discussion-folder/discussion-folder.js';
import type { TakenRemark } from './take-remarks.js';

/** Decides every remark on time that the folder has a decision for (A2.T4); returns how many. */
export async function decideRemarks(
  context: Context,
  { draft, decisions }: DiscussionFolder,
  taken: readonly TakenRemark[],
  officer: Actor,
): Promise<number> {
  const paths = clausePaths(draft.parts);
  let decided = 0;
  for (const { ref, id: remarkId, verdict } of taken) {
    const row = verdict === 'ON_TIME' ? decisionOn(ref, decisions) : undefined;
    if (!row) continue;
    const { outcome, reasonCode, groundKk, groundRu, changedClauses, noChangeKk, noChangeRu } = row;
    const change = {
      changedClauses: changedClauses.map((path) => paths.get(path) ?? ''),
      ...(noChangeKk ? { noChangeKk } : {}),
      ...(noChangeRu ? { noChangeRu } : {}),
    };
    const decision = { remarkId, outcome, reasonCode, groundKk, groundRu, ...change };
    await context.get(DecideRemark).execute(decision, officer);
    decided += 1;
  }
  return decided;
}

/** Saves the draft revised on the remarks, when the folder has new words for a clause (A2.1, REQ-61). */
export async function reviseDraft(
  context: Context,
  { draft, revisions }: DiscussionFolder,
  procedureId: string,
  officer: Actor,
): Promise<void> {
  if (revisions.length === 0) return;
  const paths = clausePaths(draft.parts);
  const words = new Map(revisions.map(({ clause, text }) => [paths.get(clause), text]));
  const clauses = clausesOfText(draft).map((clause) => ({
    ...clause,
    text: words.get(clause.lineageId) ?? clause.text,
  }));
  await context.get(SaveDraftVersion).execute({ procedureId, title: draft.title, clauses }, officer);
}
