import { Command, CommanderError } from 'commander';
import { addImportCalendar } from '../calendar/import-calendar.command.js';
import { addDemoShow } from '../demo/demo-show.command.js';
import { addSeedDemo } from '../demo/seed-demo.command.js';
import { addDoctor } from '../doctor/doctor.command.js';
import { addImportDraft } from '../draft/import-draft.command.js';
import { addFilesOriginal, addFilesScan } from '../files/files.commands.js';
import { addImportDiscussion } from '../import-discussion/import-discussion.command.js';
import { addKeysRetire, addKeysRotate } from '../keys/keys.commands.js';
import { addVerify } from '../ledger/verify.command.js';
import { addMigrate } from '../migrate/migrate.command.js';
import { addOfficerBind } from '../officer/officer-bind.command.js';
import { addOfficerCreate } from '../officer/officer-create.command.js';
import { addOutageRecord } from '../outage/outage-record.command.js';
import { addImportRegister } from '../register/import-register.command.js';
import { addReportDownload } from '../report/report-download.command.js';
import { actIn, type AddCommand, type Surroundings } from './call.js';

/** Every command, in the order the help shows them. */
const commands: readonly AddCommand[] = [
  addMigrate,
  addSeedDemo,
  addDemoShow,
  addImportRegister,
  addImportCalendar,
  addImportDraft,
  addImportDiscussion,
  addOfficerCreate,
  addOfficerBind,
  addOutageRecord,
  addReportDownload,
  addFilesScan,
  addFilesOriginal,
  addKeysRotate,
  addKeysRetire,
  addVerify,
  addDoctor,
];

/** Runs one command line (without `node` and the file's name) and resolves with its exit code. */
export async function talqy(line: readonly string[], surroundings: Surroundings): Promise<number> {
  let code = 0;
  const { terminal } = surroundings;
  const program = new Command('talqy')
    .description('Public discussion of draft public-service standards')
    .showHelpAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.line(text.trimEnd()),
      writeErr: (text) => terminal.fault(text.trimEnd()),
    });
  const act = actIn(surroundings, (ended) => (code = ended));
  for (const add of commands) add(program, act);
  try {
    await program.parseAsync([...line], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    throw error;
  }
  return code;
}
