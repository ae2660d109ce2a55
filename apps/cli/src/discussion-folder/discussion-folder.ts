import type { DraftText } from '#lib/drafting';
import { clausePaths, unknownPaths } from './clause-paths.js';
import type { DecisionRow } from './decision-rows.js';
import type { DiscussionPlan } from './discussion-plan.js';
import type { RemarkRow } from './remark-rows.js';
import type { RevisionRow } from './revision-rows.js';
import type { RowFault } from './row-fault.js';

/** A whole discussion as files tell it, read and checked; nothing of it is in the database yet. */
export interface DiscussionFolder {
  readonly plan: DiscussionPlan;
  readonly draft: DraftText;
  readonly remarks: readonly RemarkRow[];
  readonly decisions: readonly DecisionRow[];
  readonly revisions: readonly RevisionRow[];
}

/** The files of a folder; drafts are `draft.<language>.md`, or `draft.yaml`. */
export const folderFiles = {
  plan: 'discussion.yaml',
  draftRows: 'draft.yaml',
  remarks: 'remarks.csv',
  decisions: 'decisions.csv',
  revisions: 'revisions.csv',
} as const;

/** Every clause that remarks, decisions and revisions name must stand in the draft. */
export function unknownClauses({ draft, remarks, decisions, revisions }: Omit<DiscussionFolder, 'plan'>): RowFault[] {
  const paths = clausePaths(draft.parts);
  const faults = (file: string, field: string, line: number, named: readonly string[]): RowFault[] =>
    unknownPaths(named, paths).map((path) => ({ file, line, field, reason: `the draft has no clause ${path}` }));
  return [
    ...remarks.flatMap(({ line, clauses }) => faults(folderFiles.remarks, 'anchors', line, clauses)),
    ...decisions.flatMap(({ line, changedClauses }) =>
      faults(folderFiles.decisions, 'changed_clause', line, changedClauses),
    ),
    ...revisions.flatMap(({ line, clause }) => faults(folderFiles.revisions, 'clause', line, [clause])),
  ];
}
