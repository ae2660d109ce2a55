import { closeDiscussionJob, DiscussionById, discussionDue } from '#lib/discussion';
import { type Instant, newId, system } from '#lib/kernel';
import { publishReportJob, ReportOf, reportSigned, SignReport } from '#lib/reports';
import { ImportRegister, registerFields, StateBodies } from '#lib/service-register';
import type { Settings } from '#lib/settings';
import { LoadWorkingCalendar } from '#lib/working-calendar';
import type { Context } from '../command-line/context.js';
import { rowLines } from '../command-line/fault-lines.js';
import { Refusal } from '../command-line/refusal.js';
import type { DiscussionFolder } from '../discussion-folder/discussion-folder.js';
import { decideRemarks, reviseDraft } from '../main-job/answer-remarks.js';
import { beginDiscussion } from '../main-job/begin-discussion.js';
import { takeRemarks, type TakenRemark } from '../main-job/take-remarks.js';
import { createdOfficer, type OfficerActor } from '../officer/officer-actor.js';
import { csvText } from '../sources/folder-files.js';
import { awaitJob } from './await-job.js';
import { makeReport } from './await-report.js';
import { folderFaults } from './check-folder.js';
import { workerAtHand } from './worker-process.js';

export interface CarriedOut {
  readonly discussionId: string;
  readonly reportId: string;
  readonly dataSha256: string;
  readonly official: OfficerActor;
  readonly closeAt: Instant;
  readonly taken: readonly TakenRemark[];
  readonly decided: number;
}

export interface CarryOutRequest {
  readonly folder: DiscussionFolder;
  readonly settings: Settings;
  /** The instant of the official acts after the close. */
  readonly at: Instant;
  readonly tell: (step: string) => void;
}

/** The main job on a folder, end to end; closing, report and its placement by their jobs. */
export async function carryOut(context: Context, { folder, settings, at, tell }: CarryOutRequest): Promise<CarriedOut> {
  const faults = folderFaults(folder, await context.get(LoadWorkingCalendar).execute(), at);
  if (faults.length > 0) throw new Refusal('The folder cannot be carried out; nothing was imported:', ...faults);
  const developerId = await developerOf(context, folder);
  const official = await officialOf(context, developerId);
  const { procedureId, discussionId } = await beginDiscussion(context, folder, developerId, official);
  const { closeAt, profileId } = await context.get(DiscussionById).execute(discussionId);
  if (closeAt === null) throw new Error('a term that was computed did not start');
  tell(`placed under ${profileId}, closes at ${closeAt}: discussion ${discussionId}`);
  const taken = await takeRemarks(context, folder, discussionId, official);
  tell(`took ${taken.length} remarks, ${taken.filter(({ verdict }) => verdict === 'LATE').length} of them late`);
  const worker = await workerAtHand(context, settings);
  try {
    await awaitJob(context, discussionDue, closeDiscussionJob, discussionId);
    tell(`closed by its job, on ${worker.isOwn ? 'a worker started for this' : 'the worker that lives'}`);
    const decided = await decideRemarks(context, folder, taken, official);
    await reviseDraft(context, folder, procedureId, official);
    await makeReport(context, discussionId, official);
    const report = await signed(context, discussionId, official);
    tell(`decided ${decided}; signed report ${report.id}, data SHA-256 ${report.dataSha256}`);
    await awaitJob(context, reportSigned, publishReportJob, discussionId);
    const { id: reportId, dataSha256 } = report;
    return { discussionId, reportId, dataSha256, official, closeAt, taken, decided };
  } finally {
    await worker.stop();
  }
}

async function signed(context: Context, discussionId: string, official: OfficerActor) {
  const [report] = await context.get(ReportOf).versions(discussionId, official);
  if (!report) throw new Refusal('The report was not assembled.');
  if (report.blockers.length > 0) throw new Refusal('The report cannot be signed:', ...rowLines(report.blockers));
  await context.get(SignReport).execute({ reportId: report.id, acknowledgesWarnings: true }, official);
  return report;
}

/** The body of the plan, entered into the register when it is not there. */
async function developerOf(context: Context, { plan: { developer } }: DiscussionFolder): Promise<string> {
  const { code, kind, name } = developer;
  const known = await context.get(StateBodies).byCode(code);
  if (known) return known.id;
  const row = { type: 'body', code, kind, name_kk: name.kk, name_ru: name.ru, name_en: name.en ?? '' };
  const text = csvText(registerFields, [row]);
  await context.get(ImportRegister).execute({ text, format: 'csv' }, system('import'));
  const entered = await context.get(StateBodies).byCode(code);
  if (!entered) throw new Error(`the register does not have ${code} after its import`);
  return entered.id;
}

/** One official who answers and signs; the password is thrown away, nobody signs in with this account. */
function officialOf(context: Context, bodyId: string): Promise<OfficerActor> {
  const email = `import-${newId()}@talqy.invalid`;
  const roles = ['officer', 'signer'] as const;
  return createdOfficer(context, { email, name: 'Импорт', password: `${newId()}${newId()}`, bodyId, roles });
}
