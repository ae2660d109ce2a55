import type { Actor } from '#lib/kernel';
import { AssembleReport, PublishReport, SignReport } from '#lib/reports';
import type { Context } from '../command-line/context.js';

/** Assembles the report of a closed discussion, has it signed, and places it (R8.3); returns its id. */
export async function finishReport(
  context: Context,
  { discussionId, publicUrl }: { discussionId: string; publicUrl: string },
  signer: Actor,
): Promise<string> {
  const { reportId } = await context.get(AssembleReport).execute({ discussionId }, signer);
  await context.get(SignReport).execute({ reportId, acknowledgesWarnings: true }, signer);
  await context.get(PublishReport).execute({ reportId, publicUrl }, signer);
  return reportId;
}
