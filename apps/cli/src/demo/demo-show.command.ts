import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ListDiscussions } from '#lib/discussion';
import { BindToProvider } from '#lib/identity';
import { citizen, pageRequest, system } from '#lib/kernel';
import { ReportOf, ReportRenderings } from '#lib/reports';
import type { Settings } from '#lib/settings';
import { type AddCommand, type Call, group } from '../command-line/call.js';
import { type Context, inContext } from '../command-line/context.js';
import { shownReport } from './demo-dossiers.js';
import { demoPassword, demoSignIns } from './demo-sign-ins.js';

export const addDemoShow: AddCommand = (program, act) => {
  group(program, 'demo', 'The demo that `seed demo` brought in')
    .command('show')
    .description('Print the address and the demo sign-ins, and write out the finished demo report')
    .action(act(show));
};

async function show({ settings, terminal }: Call): Promise<number> {
  const reports = await inContext(settings, async (context) => {
    const written = await writeReports(context, settings);
    if (written.length > 0) await bindDemo(context, settings);
    return written;
  });
  if (reports.length === 0) {
    terminal.fault('The demo is not there: run `talqy seed demo`.');
    return 1;
  }
  terminal.line(`Portal: ${settings.publicUrl}`);
  terminal.line('Demo sign-ins:');
  for (const { email, bodyCode, roles } of demoSignIns) {
    terminal.line(`  ${email.padEnd(22)} ${demoPassword(settings.secret, email)}  ${roles.join(', ')} of ${bodyCode}`);
  }
  if (settings.provider?.isDevelopment)
    terminal.line(`Or sign in with ${settings.provider.name}, which asks for no password.`);
  terminal.line('The finished demo report:');
  for (const path of reports) terminal.line(`  ${path}`);
  return 0;
}

/** The development provider knows the demo people by their addresses, under another name of its own at each start. */
async function bindDemo(context: Context, { provider }: Settings): Promise<void> {
  if (!provider?.isDevelopment) return;
  for (const { email } of demoSignIns) {
    const person = { issuer: provider.issuer, subject: email };
    await context.get(BindToProvider).byAddress(email, person, system('cli'));
  }
}

async function writeReports(context: Context, { home }: Settings): Promise<string[]> {
  const { items } = await context.get(ListDiscussions).execute({ status: 'reported' }, pageRequest(100));
  const discussion = items.find(({ serviceCode }) => serviceCode === shownReport);
  const report = discussion && (await context.get(ReportOf).published(discussion.id));
  if (!report) return [];
  const folder = join(home, 'demo');
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const language of ['kk', 'ru'] as const) {
    const request = { reportId: report.id, format: 'DOCX', language } as const;
    const { stream } = await context.get(ReportRenderings).open(request, citizen);
    const path = join(folder, `report-${shownReport}.${language}.docx`);
    await writeFile(path, stream);
    paths.push(path);
  }
  return paths;
}
