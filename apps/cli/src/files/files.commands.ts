import { writeFile } from 'node:fs/promises';
import { OpenOriginal } from '#lib/discussion';
import { RequestChecks, UploadsByState, VirusScanner } from '#lib/files';
import { system } from '#lib/kernel';
import { type AddCommand, type Call, group } from '../command-line/call.js';
import { inContext } from '../command-line/context.js';
import { Refusal } from '../command-line/refusal.js';

const FILES = ['files', 'What was uploaded (docs/security/uploads.md)'] as const;

export const addFilesScan: AddCommand = (program, act) => {
  group(program, ...FILES)
    .command('scan')
    .option('--all', 'also those found clean, by what the scanner knows now')
    .description('Have the worker scan and clean what is not shown, or was never scanned')
    .action(act(scanFiles));
};

async function scanFiles({ settings, terminal }: Call, { all = false }: { all?: boolean }): Promise<void> {
  const { isOn, asked, byState } = await inContext(settings, async (app) => ({
    isOn: app.get(VirusScanner).isOn,
    asked: await app.get(RequestChecks).execute({ all }),
    byState: (await app.get(UploadsByState).count()).byState,
  }));
  const states = Object.entries(byState).map(([state, count]) => `${state} ${count}`);
  terminal.line(`Asked the worker to look at ${asked} files. Until now: ${states.join(', ') || 'no file'}.`);
  if (!isOn)
    terminal.line('CLAMAV_URL is not set: they are cleaned, not scanned, and what is in quarantine stays there.');
}

export const addFilesOriginal: AddCommand = (program, act) => {
  group(program, ...FILES)
    .command('original <id>')
    .requiredOption('--to <file>', 'a file that is not there yet')
    .requiredOption('--reason <text>', 'who must see it and why; the ledger keeps it')
    .description('Save a file as it was sent, with everything in it, malware too')
    .action(act(saveOriginal));
};

async function saveOriginal(
  { settings, terminal }: Call,
  fileId: string,
  { to, reason }: { to: string; reason: string },
): Promise<void> {
  if (reason.trim().length < 10) throw new Refusal('--reason must say who must see it and why.');
  const { name, content } = await inContext(settings, (app) =>
    app.get(OpenOriginal).execute({ fileId, reason: reason.trim() }, system('cli')),
  );
  await writeFile(to, content, { flag: 'wx', mode: 0o600 });
  terminal.line(`Saved ${name}, ${content.length} bytes, as ${to}. Open it as what a stranger sent.`);
}
