import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DraftFile, type DraftText, readDraft } from '#lib/drafting';
import { languages, type Multilingual } from '#lib/kernel';
import { readLocalTime } from '#lib/time-limits';
import { rowLines } from '../command-line/fault-lines.js';
import { Refusal } from '../command-line/refusal.js';
import { readDecisionRows } from './decision-rows.js';
import { type DiscussionFolder, folderFiles, unknownClauses } from './discussion-folder.js';
import { readDiscussionPlan } from './discussion-plan.js';
import { readDraftRows } from './draft-rows.js';
import { draftTextOf } from './draft-text.js';
import { readRemarkRows } from './remark-rows.js';
import { readRevisionRows } from './revision-rows.js';
import { rowFaultLine } from './row-fault.js';

/**
 * Reads and checks a discussion's folder as a whole.
 * @throws Refusal with every fault of every file
 */
export async function readFolder(folder: string): Promise<DiscussionFolder> {
  const files = new Set(readdirSync(folder));
  const textOf = (name: string) => (files.has(name) ? readFileSync(join(folder, name), 'utf8') : undefined);
  const planText = textOf(folderFiles.plan);
  if (planText === undefined) throw new Refusal(`${folder} has no ${folderFiles.plan}.`);
  const { plan, faults: planFaults } = readDiscussionPlan(planText);
  if (!plan)
    throw refused(
      folder,
      planFaults.map((fault) => `${folderFiles.plan}: ${fault}`),
    );
  const draft = await draftOf(folder, plan.title, textOf);
  const remarks = readRemarkRows(folderFiles.remarks, textOf(folderFiles.remarks) ?? 'ref\n', (fields) =>
    readLocalTime(fields['received_at'] ?? '', plan.zone),
  );
  const refs = new Set(remarks.rows.map(({ ref }) => ref));
  const decisions = readDecisionRows(folderFiles.decisions, textOf(folderFiles.decisions) ?? 'ref\n', refs);
  const revisions = readRevisionRows(folderFiles.revisions, textOf(folderFiles.revisions) ?? 'clause\n');
  const read = { plan, draft, remarks: remarks.rows, decisions: decisions.rows, revisions: revisions.rows };
  const faults = [...remarks.faults, ...decisions.faults, ...revisions.faults, ...unknownClauses(read)];
  if (faults.length > 0) throw refused(folder, faults.map(rowFaultLine));
  return read;
}

const refused = (folder: string, faults: readonly string[]) =>
  new Refusal(`${folder} has ${faults.length} faults; nothing was imported:`, ...faults);

async function draftOf(
  folder: string,
  title: Multilingual,
  textOf: (name: string) => string | undefined,
): Promise<DraftText> {
  const rows = textOf(folderFiles.draftRows);
  if (rows !== undefined) {
    const reading = readDraftRows(folderFiles.draftRows, rows);
    if (reading.faults.length > 0) throw refused(folder, reading.faults.map(rowFaultLine));
    return draftTextOf(title, reading.rows);
  }
  const [first, ...others] = languages.flatMap((language): DraftFile[] => {
    const text = textOf(`draft.${language}.md`);
    return text === undefined ? [] : [{ language, format: 'markdown', text }];
  });
  if (!first) throw new Refusal(`${folder} has neither ${folderFiles.draftRows} nor a draft.<language>.md.`);
  const { draft, faults } = await readDraft([first, ...others]);
  if (faults.length > 0) throw refused(folder, rowLines(faults));
  return draft;
}
