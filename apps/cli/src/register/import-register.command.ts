import { readFile } from 'node:fs/promises';
import { system } from '#lib/kernel';
import { ImportRegister, type RegisterFileFormat } from '#lib/service-register';
import { type AddCommand, type Call, group } from '../command-line/call.js';
import { inContext } from '../command-line/context.js';
import { rowLines } from '../command-line/fault-lines.js';

export const addImportRegister: AddCommand = (program, act) => {
  group(program, 'import', 'Bring in a register, a draft or a whole discussion')
    .command('register')
    .argument('<file>', 'state bodies, services and sections, CSV or JSON')
    .option('--dry-run', 'tell what would happen and change nothing')
    .description('Import state bodies, services and sections of the register: all rows or none')
    .action(act(importRegister));
};

async function importRegister(call: Call, file: string, options: { dryRun?: boolean }): Promise<number> {
  const text = await readFile(file, 'utf8');
  const format: RegisterFileFormat = /\.json$/i.test(file) ? 'json' : 'csv';
  const input = { text, format, isDryRun: options.dryRun === true };
  const done = await inContext(call.settings, (app) => app.get(ImportRegister).execute(input, system('cli')));
  for (const line of rowLines(done.faults)) call.terminal.fault(line);
  if (done.faults.length > 0) return 1;
  const counted = (what: string, { created, updated }: typeof done.bodies) =>
    `${what}: ${created} new, ${updated} changed`;
  const opening = done.isDryRun ? 'Dry run, nothing was changed. ' : '';
  const counts = [
    counted('Bodies', done.bodies),
    counted('Services', done.services),
    counted('Sections', done.sections),
  ];
  call.terminal.line(`${opening}${counts.join('. ')}.`);
  return 0;
}
