import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDraft } from '#lib/drafting';
import type { LegalDay } from '#lib/kernel';
import { projectRoot } from '#lib/settings';
import { dayPlus, readLocalTime } from '#lib/time-limits';
import { readDecisionRows } from '../discussion-folder/decision-rows.js';
import { type DiscussionFolder, unknownClauses } from '../discussion-folder/discussion-folder.js';
import { readRemarkRows } from '../discussion-folder/remark-rows.js';
import { readRevisionRows } from '../discussion-folder/revision-rows.js';
import { rowFaultLine } from '../discussion-folder/row-fault.js';
import { Refusal } from '../command-line/refusal.js';
import type { DemoDossier } from './demo-dossiers.js';

const demoFile = (...path: string[]): string => join(projectRoot(), 'apps/cli/demo', ...path);

/** The register as CSV; each service was entered three days before its draft was placed. */
export function demoRegister(enteredOn: ReadonlyMap<string, LegalDay>): string {
  const [header = '', ...lines] = readFileSync(demoFile('register.csv'), 'utf8').split('\n');
  const column = header.split(',').indexOf('entered_on');
  return [header, ...lines.map((line) => dated(line, column, enteredOn))].join('\n');
}

function dated(line: string, column: number, enteredOn: ReadonlyMap<string, LegalDay>): string {
  const fields = line.split(','); // no value of this file has a comma
  const day = fields[0] === 'service' ? enteredOn.get(fields[1] ?? '') : undefined;
  if (day) fields[column] = day;
  return fields.join(',');
}

/** The files of a demo dossier, with the arrivals counted from the day it was placed. */
export async function demoFolder(
  { service, files }: DemoDossier,
  placedOn: LegalDay,
  zone: string,
): Promise<Omit<DiscussionFolder, 'plan'>> {
  const { draft, faults } = await readDraft([
    { language: 'kk', format: 'markdown', text: readFileSync(demoFile('standards', `${service}.kk.md`), 'utf8') },
    { language: 'ru', format: 'markdown', text: readFileSync(demoFile('standards', `${service}.ru.md`), 'utf8') },
  ]);
  const textOf = (folder: string, header: string) => {
    const file = files && demoFile(folder, `${files}.csv`);
    return file && existsSync(file) ? readFileSync(file, 'utf8') : `${header}\n`;
  };
  const remarks = readRemarkRows('remarks.csv', textOf('remarks', 'ref'), ({ day, time }) =>
    readLocalTime(`${dayPlus(placedOn, Number(day))}T${time}`, zone),
  );
  const refs = new Set(remarks.rows.map(({ ref }) => ref));
  const decisions = readDecisionRows('decisions.csv', textOf('decisions', 'ref'), refs);
  const revisions = readRevisionRows('revisions.csv', textOf('revisions', 'clause'));
  const read = { draft, remarks: remarks.rows, decisions: decisions.rows, revisions: revisions.rows };
  const broken = [...remarks.faults, ...decisions.faults, ...revisions.faults, ...unknownClauses(read)];
  if (faults.length + broken.length > 0) {
    throw new Refusal(`the demo of ${service} is broken`, ...faults.map(({ row }) => row), ...broken.map(rowFaultLine));
  }
  return read;
}
