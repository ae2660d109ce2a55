import { readFile } from 'node:fs/promises';
import { type DraftFile, ImportDraft } from '#lib/drafting';
import { type Language, languages, system } from '#lib/kernel';
import { type AddCommand, type Call, group } from '../command-line/call.js';
import { inContext } from '../command-line/context.js';
import { rowLines } from '../command-line/fault-lines.js';
import { Refusal } from '../command-line/refusal.js';

interface Options {
  readonly procedure: string;
  readonly kk?: string;
  readonly ru?: string;
  readonly en?: string;
  readonly dryRun?: boolean;
}

export const addImportDraft: AddCommand = (program, act) => {
  group(program, 'import', 'Bring in a register, a draft or a whole discussion')
    .command('draft')
    .requiredOption('--procedure <id>', 'the dossier the draft belongs to')
    .option('--kk <file>', 'the Kazakh text, Markdown or DOCX')
    .option('--ru <file>', 'the Russian text, Markdown or DOCX')
    .option('--en <file>', 'an English text, where the profile wants one')
    .option('--dry-run', 'show how the files are read and save nothing')
    .description('Save a draft from files, one a language, as the next version of its dossier')
    .action(act(importDraft));
};

async function importDraft(call: Call, options: Options): Promise<number> {
  const read = languages.flatMap((language) => (options[language] ? [fileOf(language, options[language])] : []));
  const [first, ...others] = await Promise.all(read);
  if (!first) throw new Refusal('Name a file of the draft: --kk and --ru under the Rules (REQ-19).');
  const isDryRun = options.dryRun === true;
  const input = { procedureId: options.procedure, files: [first, ...others], isDryRun } as const;
  const done = await inContext(call.settings, (context) => context.get(ImportDraft).execute(input, system('cli')));
  for (const line of rowLines(done.notices)) call.terminal.line(`note: ${line}`);
  for (const line of rowLines(done.faults)) call.terminal.fault(line);
  if (done.faults.length > 0) return 1;
  const sections = done.clauses.filter(({ kind }) => kind === 'SECTION').length;
  const counted = `${sections} sections, ${done.clauses.length - sections} clauses`;
  const saved = done.saved && `version ${done.saved.version}, SHA-256 ${done.saved.textSha256}`;
  call.terminal.line(saved ? `Saved ${saved}: ${counted}.` : `Dry run, nothing was changed: ${counted}.`);
  return 0;
}

async function fileOf(language: Language, path: string): Promise<DraftFile> {
  const bytes = await readFile(path);
  return /\.docx$/i.test(path)
    ? { language, format: 'docx', bytes }
    : { language, format: 'markdown', text: bytes.toString('utf8') };
}
