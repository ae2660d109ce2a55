import { citizen, isLanguage } from '#lib/kernel';
import { renderingFormats, ReportOf } from '#lib/reports';
import { type AddCommand, type Call, group } from '../command-line/call.js';
import { type Context, inContext } from '../command-line/context.js';
import { Refusal } from '../command-line/refusal.js';
import { writeRenderings } from './write-renderings.js';

const formats = renderingFormats;

interface Options {
  readonly discussion?: string;
  readonly format: string;
  readonly language: string;
  readonly to: string;
}

export const addReportDownload: AddCommand = (program, act) => {
  group(program, 'report', 'Published reports')
    .command('download')
    .argument('[report]', 'id of the report; or name its discussion')
    .option('--discussion <id>', 'the discussion whose report is wanted')
    .option('--format <format>', formats.join(', '), 'DOCX')
    .option('--language <language>', 'of a DOCX, PDF or XLSX: kk, ru or en', 'kk')
    .option('--to <folder>', 'where to write it', '.')
    .description('Write a published report to a file, byte for byte as it was stored')
    .action(act(download));
};

async function download(call: Call, report: string | undefined, options: Options): Promise<void> {
  const format = formats.find((each) => each === options.format.toUpperCase());
  if (!format) throw new Refusal(`--format is none of ${formats.join(', ')}.`);
  const { language, to: folder } = options;
  if (!isLanguage(language)) throw new Refusal('--language is none of kk, ru, en.');
  if ((report === undefined) === (options.discussion === undefined)) {
    throw new Refusal('Name a report or its --discussion, one of the two.');
  }
  const paths = await inContext(call.settings, async (context) => {
    const id = report ?? (await publishedReport(context, options.discussion ?? ''));
    return writeRenderings(context, id, [{ format, language }], { actor: citizen, folder });
  });
  for (const path of paths) call.terminal.line(path);
}

async function publishedReport(context: Context, discussionId: string): Promise<string> {
  const view = await context.get(ReportOf).published(discussionId);
  if (!view) throw new Refusal(`Discussion ${discussionId} has no published report.`);
  return view.id;
}
