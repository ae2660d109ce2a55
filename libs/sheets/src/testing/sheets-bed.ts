import { bytesOf } from '#lib/documents';
import { DiscussionModule } from '#lib/discussion';
import { JobsModule } from '#lib/jobs';
import type { Actor, Language } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { type DiscussionRows, officerOf, startTestBed, type TestBed, testKeyFile } from '#lib/testing';
import type { RowFilter } from '../answers/rows-to-export.js';
import type { PlannedAnswer } from '../answers/planned-answer.js';
import { ConsiderationImports } from '../queries/consideration-imports.js';
import { ConsiderationSheet } from '../queries/consideration-sheet.js';
import { SheetsModule } from '../sheets.module.js';
import { ReceiveConsiderationSheet } from '../use-cases/receive-consideration-sheet.js';
import { EditedWorkbook } from './edited-workbook.js';

/** The lib over a database of its own, on 5 July 2016: the discussions of `insertDiscussion` are closed. */
export const startSheetsBed = (): Promise<TestBed> =>
  startTestBed({
    imports: [
      SheetsModule,
      DiscussionModule.forRoot({ receiptSecret: 'a key for tests', keyFile: testKeyFile() }),
      LedgerModule,
      JobsModule,
    ],
    now: '2016-07-05T06:00:00Z',
  });

/** An officer with an account: notes are kept under the officer's id. */
export async function officerIn(bed: TestBed, bodyId: string) {
  const officer = officerOf(bodyId);
  await bed.database.query(
    `insert into officer (id, email, name, password_hash, body_id, roles) values ($1, $2, 'Айжан Қалиева', 'x', $3, $4)`,
    [officer.id, `${officer.id}@ministry.example`, bodyId, officer.roles],
  );
  return officer;
}

/** The sheet of a discussion as an officer downloads it. */
export async function download(
  bed: TestBed,
  { discussionId }: Pick<DiscussionRows, 'discussionId'>,
  officer: Actor,
  { language = 'ru', filter }: { language?: Language; filter?: RowFilter } = {},
): Promise<EditedWorkbook> {
  const { stream } = await bed.get(ConsiderationSheet).of(discussionId, officer, { language, filter });
  return EditedWorkbook.of(await bytesOf(stream));
}

/** Uploads a sheet and gives the id of its import. */
export async function upload(
  bed: TestBed,
  { discussionId }: Pick<DiscussionRows, 'discussionId'>,
  officer: Actor,
  sheet: EditedWorkbook | Buffer,
): Promise<string> {
  const content = Buffer.isBuffer(sheet) ? sheet : await sheet.save();
  return bed.get(ReceiveConsiderationSheet).execute({ discussionId, name: 'шешімдер.xlsx', content }, officer);
}

/** What the rows of a sheet would become, in their order. */
export async function planOf(
  bed: TestBed,
  rows: Pick<DiscussionRows, 'discussionId'>,
  officer: Actor,
  sheet: EditedWorkbook | Buffer,
): Promise<readonly PlannedAnswer[]> {
  const importId = await upload(bed, rows, officer, sheet);
  const { plan } = await bed.get(ConsiderationImports).one({ discussionId: rows.discussionId, importId }, officer);
  if (!plan) throw new Error('the sheet is applied');
  return plan.rows;
}
