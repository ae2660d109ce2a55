import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fixedClock, type Instant, instant, systemClock } from '#lib/kernel';
import { plannedSteps, ReportOf } from '#lib/reports';
import { type AddCommand, type Call, group } from '../command-line/call.js';
import { type Context, inContext } from '../command-line/context.js';
import { Refusal } from '../command-line/refusal.js';
import { readFolder } from '../discussion-folder/read-folder.js';
import { type WantedRendering, writeRenderings } from '../report/write-renderings.js';
import { type CarriedOut, carryOut } from './carry-out.js';
import { convert, sourceNames, type SourceOptions } from './foreign-sources.js';

interface Options extends SourceOptions {
  readonly clock: string;
  readonly out?: string;
  readonly source?: string;
  readonly dryRun?: boolean;
}

export const addImportDiscussion: AddCommand = (program, act) => {
  group(program, 'import', 'Bring in a register, a draft or a whole discussion')
    .command('discussion')
    .argument('<folder>', 'discussion.yaml, the draft, remarks.csv, decisions.csv; or a foreign source')
    .requiredOption('--clock <instant>', 'when the official acts after the close are done, with its offset')
    .option('--out <folder>', 'where the report is written; <folder>/out when not given')
    .option('--source <name>', `the folder is a foreign source: ${sourceNames.join(', ')}`)
    .option('--opened <day>', 'for a source without days: when its discussion opened')
    .option('--title <title>', 'for a source without a title')
    .option('--dry-run', 'read and check the files and change nothing')
    .description('Run a whole discussion: draft, window, remarks, closing by its job, decisions, report')
    .action(act(importDiscussion));
};

async function importDiscussion(call: Call, given: string, options: Options): Promise<void> {
  const at = instantOf(options.clock);
  if (at > systemClock.now()) throw new Refusal('--clock lies in the future.');
  if (options.source !== undefined && options.out === undefined) {
    throw new Refusal('A foreign source is only read: say --out, a folder to write to.');
  }
  const out = resolve(options.out ?? join(given, 'out'));
  const tell = (step: string) => call.terminal.line(step);
  const source = options.source === undefined ? given : join(out, 'folder');
  if (options.source !== undefined)
    for (const note of convert(options.source, given, source, options)) tell(`note: ${note}`);
  const work = async (context: Context) => {
    const folder = await readFolder(source);
    tell(
      `read ${folder.draft.parts.length} parts of a draft, ${folder.remarks.length} remarks, ${folder.decisions.length} rows of decisions`,
    );
    if (options.dryRun) return tell('Dry run, nothing was changed.');
    const done = await carryOut(context, { folder, settings: call.settings, at, tell });
    for (const path of await writeOutcome(context, done, out)) tell(path);
  };
  await inContext(call.settings, work, fixedClock(at));
}

function instantOf(text: string): Instant {
  try {
    return instant(text);
  } catch {
    throw new Refusal('--clock is no instant with its offset, such as 2026-09-16T12:00:00+05:00.');
  }
}

const renderings: readonly WantedRendering[] = plannedSteps.flatMap(({ format, language }) =>
  format && language ? [{ format, language }] : [],
);

/** The report's documents, and the figures of the run for whoever checks them against the source. */
async function writeOutcome(context: Context, done: CarriedOut, folder: string): Promise<string[]> {
  const { discussionId, reportId, dataSha256, official, closeAt, decided, taken } = done;
  const paths = await writeRenderings(context, reportId, renderings, { actor: official, folder });
  const report = await context.get(ReportOf).published(discussionId);
  if (!report) throw new Refusal('The report is signed, but it was not placed.');
  const numbers = taken.map(({ ref, verdict, number }) => ({ ref, verdict, number }));
  const run = { discussionId, reportId, dataSha256, closeAt, decided, counts: report.head.counts, numbers };
  const path = join(folder, 'run.json');
  await writeFile(path, `${JSON.stringify(run, null, 2)}\n`);
  return [...paths, path];
}
