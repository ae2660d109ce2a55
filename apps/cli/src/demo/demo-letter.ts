import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '#lib/database';
import { EnterReceivedRemark, type ReceivedLetter, type RemarkContent } from '#lib/discussion';
import { sniffScan, StoredFiles } from '#lib/files';
import type { LegalDay } from '#lib/kernel';
import { projectRoot } from '#lib/settings';
import type { Context } from '../command-line/context.js';
import type { DiscussionFolder } from '../discussion-folder/discussion-folder.js';
import { clausePaths } from '../discussion-folder/clause-paths.js';
import type { OfficerActor } from '../officer/officer-actor.js';

type LetterFile = Pick<ReceivedLetter, 'channel' | 'registration' | 'sender'> & {
  readonly clauses: readonly string[];
  readonly content: Omit<RemarkContent, 'anchors'>;
  readonly scan: string;
};

interface LetterToEnter {
  /** Name of its file in letters/. */
  readonly name: string;
  readonly discussionId: string;
  readonly draft: DiscussionFolder['draft'];
  readonly arrivalDay: LegalDay;
  readonly officer: OfficerActor;
}

/** A letter on paper that came on the last day, typed in and waiting for a second official (REQ-41). */
export async function enterDemoLetter(context: Context, letter: LetterToEnter): Promise<void> {
  const { name, discussionId, draft, arrivalDay, officer } = letter;
  const folder = join(projectRoot(), 'apps/cli/demo/letters');
  const { clauses, content, scan, ...rest } = JSON.parse(
    readFileSync(join(folder, `${name}.json`), 'utf8'),
  ) as LetterFile;
  const paths = clausePaths(draft.parts);
  const file = await sniffScan(readFileSync(join(folder, scan)), scan);
  const { id } = await context.get(StoredFiles).put(context.get(Database), { purpose: 'SCAN', ...file });
  const anchors = clauses.map((path) => paths.get(path) ?? '');
  const entry = { ...rest, content: { ...content, anchors }, arrival: { day: arrivalDay }, scans: [id] };
  await context.get(EnterReceivedRemark).execute(discussionId, entry, officer);
}
