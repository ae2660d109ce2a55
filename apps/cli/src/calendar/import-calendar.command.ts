import { readFile } from 'node:fs/promises';
import { ChangeWorkingCalendar } from '#lib/discussion';
import { system } from '#lib/kernel';
import { readCalendarYear, shippedYears } from '#lib/working-calendar';
import { type AddCommand, type Call, group } from '../command-line/call.js';
import { inContext } from '../command-line/context.js';
import { rowLines } from '../command-line/fault-lines.js';
import { Refusal } from '../command-line/refusal.js';

interface Options {
  readonly shipped?: boolean;
  readonly dryRun?: boolean;
}

export const addImportCalendar: AddCommand = (program, act) => {
  group(program, 'calendar', 'The working calendar by which terms are counted')
    .command('import')
    .argument('[file]', 'JSON: one year, or a list of years, in the shape of libs/working-calendar/data')
    .option('--shipped', 'the years that come with Talqy')
    .option('--dry-run', 'check the file and change nothing')
    .description('Load working days of a year with their legal source (REQ-07)')
    .action(act(importCalendar));
};

async function importCalendar(call: Call, file: string | undefined, options: Options): Promise<number> {
  if ((file === undefined) === (options.shipped !== true))
    throw new Refusal('Name a file or say --shipped, one of the two.');
  const years = file === undefined ? shippedYears : await yearsOf(file);
  if (options.dryRun) {
    const faults = years.flatMap((year) => readCalendarYear(year).faults);
    for (const line of rowLines(faults)) call.terminal.fault(line);
    if (faults.length === 0)
      call.terminal.line(`Dry run, nothing was changed. Years: ${years.length}, without a fault.`);
    return faults.length === 0 ? 0 : 1;
  }
  const loadedBy = file === undefined ? 'talqy, shipped' : 'talqy calendar import';
  const done = await inContext(call.settings, (app) =>
    app.get(ChangeWorkingCalendar).execute({ years, loadedBy }, system('cli')),
  );
  call.terminal.line(`Loaded ${done.years.join(', ')}: ${done.days} days that are not what their weekday says.`);
  for (const { discussionId } of done.terms)
    call.terminal.line(`The close of the discussion ${discussionId} moved later.`);
  return 0;
}

async function yearsOf(file: string): Promise<readonly unknown[]> {
  const text = await readFile(file, 'utf8');
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch (error) {
    throw new Refusal(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
