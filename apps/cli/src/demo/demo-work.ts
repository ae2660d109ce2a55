import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ClaimRemarks,
  SaveGroundTemplate,
  type SaveGroundTemplateInput,
  SplitRemark,
  WriteNote,
} from '#lib/consideration';
import { projectRoot } from '#lib/settings';
import type { Context } from '../command-line/context.js';
import type { DiscussionFolder } from '../discussion-folder/discussion-folder.js';
import type { TakenRemark } from '../main-job/take-remarks.js';
import type { OfficerActor } from '../officer/officer-actor.js';

interface WorkFile {
  readonly template: SaveGroundTemplateInput;
  /** A remark that asks two things, and the words of each. */
  readonly split: { readonly ref: string; readonly quotes: readonly string[] };
  readonly note: { readonly ref: string; readonly text: string };
  readonly claimed: readonly string[];
}

interface DemoWork {
  /** Name of its file in work/. */
  readonly name: string;
  readonly remarks: DiscussionFolder['remarks'];
  readonly taken: readonly TakenRemark[];
  readonly officer: OfficerActor;
}

/** Consideration half way: remarks an official has claimed, one split into its points, a note, a ground to start from. */
export async function beginDemoWork(context: Context, { name, remarks, taken, officer }: DemoWork): Promise<void> {
  const path = join(projectRoot(), 'apps/cli/demo/work', `${name}.json`);
  const { template, split, note, claimed } = JSON.parse(readFileSync(path, 'utf8')) as WorkFile;
  const idOf = (ref: string) => taken.find((remark) => remark.ref === ref)?.id ?? '';
  await context.get(SaveGroundTemplate).execute(template, officer);
  await context.get(ClaimRemarks).execute({ remarkIds: claimed.map(idOf) }, officer);
  const text = remarks.find(({ ref }) => ref === split.ref)?.content.text ?? '';
  const points = split.quotes.map((quote) => {
    const startsAt = Array.from(text.slice(0, text.indexOf(quote))).length;
    return [{ part: 'TEXT', startsAt, quote }] as const;
  });
  await context.get(SplitRemark).execute({ remarkId: idOf(split.ref), points }, officer);
  await context.get(WriteNote).execute({ remarkId: idOf(note.ref), text: note.text }, officer);
}
