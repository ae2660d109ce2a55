import { RequestChecks, UploadsByState, VirusScanner } from '#lib/files';
import { type AddCommand, type Call, group } from '../command-line/call.js';
import { inContext } from '../command-line/context.js';

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
