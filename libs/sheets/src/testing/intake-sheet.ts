import { bytesOf } from '#lib/documents';
import type { Actor, Language } from '#lib/kernel';
import type { DiscussionRows, TestBed } from '#lib/testing';
import type { IntakePlan, SheetLetter } from '../intake/plan-intake.js';
import { type RemarkKey, remarkKeys, type SenderKey, senderKeys } from '../intake/remark-columns.js';
import { IntakeImports } from '../queries/intake-imports.js';
import { IntakeTemplate } from '../queries/intake-template.js';
import { KeepIntakeSheet } from '../use-cases/keep-intake-sheet.js';
import { ReceiveIntakeSheet } from '../use-cases/receive-intake-sheet.js';
import { EditedWorkbook, type Typing } from './edited-workbook.js';

export const letter: SheetLetter = {
  channel: 'EMAIL',
  registration: 'ЗТ-2016/77',
  arrival: { day: '2016-06-30' },
  language: 'ru',
};

export const organisation: Readonly<Record<SenderKey, Typing>> = {
  organisation: 'Құпия «Серіктестік» ЖШС',
  bin: '012345678901',
  representative: 'Әсел Жібекқызы',
  ground: 'басшысы',
  email: 'office@secret.example',
};

export type FilledRemark = Partial<Record<RemarkKey, Typing>>;

/** The template of a discussion, filled in as an organisation does. */
export async function filledTemplate(
  bed: TestBed,
  { discussionId }: Pick<DiscussionRows, 'discussionId'>,
  remarks: readonly FilledRemark[],
  sender: Partial<Record<SenderKey, Typing>> = {},
  language: Language = 'ru',
): Promise<Buffer> {
  const { stream } = await bed.get(IntakeTemplate).of(discussionId, language);
  return fillTemplate(await bytesOf(stream), remarks, sender);
}

/** The same with a template that is there already. */
export async function fillTemplate(
  template: Buffer,
  remarks: readonly FilledRemark[],
  sender: Partial<Record<SenderKey, Typing>> = {},
): Promise<Buffer> {
  const first = await EditedWorkbook.of(template);
  senderKeys.forEach((key, index) => first.typeAt(`B${index + 2}`, { ...organisation, ...sender }[key]));
  const second = await EditedWorkbook.of(await first.save(), 1);
  for (const [index, remark] of remarks.entries()) {
    for (const key of remarkKeys) second.type(index + 2, key, remark[key] ?? null);
  }
  return second.save();
}

export const saying = (remark: string, more: FilledRemark = {}): FilledRemark => ({
  clause: 'Пункт 1',
  type: 'Замечание',
  remark,
  ...more,
});

/** Uploads a filled sheet with the facts of its letter; @returns the id of the import */
export async function receive(
  bed: TestBed,
  { discussionId }: Pick<DiscussionRows, 'discussionId'>,
  content: Buffer,
  officer: Actor,
  of: Partial<SheetLetter> = {},
): Promise<string> {
  const fileId = await bed.get(KeepIntakeSheet).execute({ discussionId, name: 'ұйым.xlsx', content }, officer);
  return bed.get(ReceiveIntakeSheet).execute({ discussionId, fileId, letter: { ...letter, ...of } }, officer);
}

export async function intakePlanOf(
  bed: TestBed,
  rows: Pick<DiscussionRows, 'discussionId'>,
  content: Buffer,
  officer: Actor,
): Promise<IntakePlan> {
  const importId = await receive(bed, rows, content, officer);
  const { plan } = await bed.get(IntakeImports).one({ discussionId: rows.discussionId, importId }, officer);
  if (!plan) throw new Error('the sheet is entered');
  return plan;
}
