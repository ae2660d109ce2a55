import { PlaceDraft } from '#lib/discussion';
import { clausesOfText, CreateProcedure, SaveDraftVersion } from '#lib/drafting';
import type { Actor } from '#lib/kernel';
import type { Context } from '../command-line/context.js';
import type { DiscussionFolder } from '../discussion-folder/discussion-folder.js';

export interface BegunDiscussion {
  readonly procedureId: string;
  readonly discussionId: string;
}

/** The dossier, its draft and the placement of a folder (R8.1); the developer is in the register already. */
export async function beginDiscussion(
  context: Context,
  { plan, draft }: DiscussionFolder,
  developerId: string,
  officer: Actor,
): Promise<BegunDiscussion> {
  const { kind, profile: profileFamily, title, placements, length } = plan;
  const dossier = { kind, profileFamily, title, developerId, ...(plan.service ? { serviceCode: plan.service } : {}) };
  const procedureId = await context.get(CreateProcedure).execute(dossier, officer);
  const text = { procedureId, title: draft.title, clauses: clausesOfText(draft) };
  await context.get(SaveDraftVersion).execute(text, officer);
  const placing = { procedureId, placements, ...(length === undefined ? {} : { length }) };
  const discussionId = await context.get(PlaceDraft).execute(placing, officer);
  return { procedureId, discussionId };
}
