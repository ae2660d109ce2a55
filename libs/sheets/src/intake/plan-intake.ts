import { createHash } from 'node:crypto';
import {
  type EnterReceivedRemarkInput,
  type EntryChannel,
  type Fault,
  type LetterLook,
  type LettersToEnter,
  type RemarkContent,
  type TypedArrival,
} from '#lib/discussion';
import type { Queryable } from '#lib/database';
import type { Actor, Language } from '#lib/kernel';
import type { CellFault, UnreadableFault } from '../workbook/typed-cell.js';
import type { RemarkKey, SenderKey } from './remark-columns.js';
import type { ReadIntake, ReadRemark, RemarkFaultName } from './read-remarks.js';

/** How the letter came that the sheet is, once for all its remarks (REQ-41, REQ-42). */
export interface SheetLetter {
  readonly channel: EntryChannel;
  /** The office's own number of the letter. */
  readonly registration: string;
  readonly arrival: TypedArrival;
  /** In which the remarks are written. */
  readonly language: Language;
}

export const intakeKinds = ['NEW', 'ENTERED', 'REPEATED', 'ERROR'] as const;
/** ENTERED: this very remark of this letter is entered already; REPEATED: it stands in the sheet before. */
export type IntakeKind = (typeof intakeKinds)[number];

export type IntakeFault = CellFault<
  RemarkFaultName | UnreadableFault | 'missing' | 'malformed' | 'too-long' | 'not-text' | 'refused'
>;

export interface PlannedRemark {
  readonly row: number;
  readonly kind: IntakeKind;
  readonly content: RemarkContent;
  readonly faults: readonly IntakeFault[];
  /** For ENTERED: the entry. */
  readonly entryId: string | null;
  /** The row before that says the same: all of it for REPEATED, else its words alone, a warning. */
  readonly sameAsRow: number | null;
  /** Numbers of received remarks with the same words: a warning. */
  readonly sameWords: readonly string[];
  /** Registration numbers of letters with the same words that wait for a second officer: a warning. */
  readonly waiting: readonly string[];
}

export interface IntakePlan {
  /** The organisation as the sheet names it. */
  readonly sender: Readonly<Record<SenderKey, string>>;
  readonly senderFaults: readonly IntakeFault[];
  readonly rows: readonly PlannedRemark[];
  readonly counts: Readonly<Record<IntakeKind, number>>;
  readonly seen: string;
}

export interface IntakeToPlan {
  readonly discussionId: string;
  readonly fileId: string;
  readonly letter: SheetLetter;
  readonly read: ReadIntake;
}

/**
 * What entering a sheet would do, remark by remark. Reads only.
 * @throws RemarkNotAcceptable for an arrival that cannot be, DiscussionNotOpen, DomainError `not-found`
 */
export async function planIntake(
  q: Queryable,
  letters: LettersToEnter,
  toPlan: IntakeToPlan,
  actor: Actor,
): Promise<IntakePlan> {
  const { read, discussionId } = toPlan;
  const looks = await letters.look(q, discussionId, lettersOf(toPlan), actor);
  const senderFaults = [...read.sender.faults, ...faultsOfSender(looks[0]?.faults ?? [], read)];
  const firsts = new Map<string, number>();
  const rows = read.remarks.map((remark, index) => planRow(remark, looks[index], contentOf(remark, toPlan), firsts));
  const of = (kind: IntakeKind): number => rows.filter((row) => row.kind === kind).length;
  const counts = { NEW: of('NEW'), ENTERED: of('ENTERED'), REPEATED: of('REPEATED'), ERROR: of('ERROR') };
  return { sender: read.sender.texts, senderFaults, rows, counts, seen: seenOf(rows) };
}

/** A letter for each remark of the sheet, in their order; the sheet is the scan of every one. */
export const lettersOf = ({ read, fileId, letter, ...more }: IntakeToPlan): EnterReceivedRemarkInput[] =>
  read.remarks.map((remark) => letterOf(remark, { read, fileId, letter, ...more }));

/** The letters of the rows that are new. */
export const newLettersOf = (toPlan: IntakeToPlan, plan: IntakePlan): EnterReceivedRemarkInput[] =>
  lettersOf(toPlan).filter((_, index) => plan.rows[index]?.kind === 'NEW');

function letterOf(remark: ReadRemark, toPlan: IntakeToPlan): EnterReceivedRemarkInput {
  const { channel, registration, arrival } = toPlan.letter;
  const { organisation, bin, representative, ground, email } = toPlan.read.sender.texts;
  return {
    channel,
    registration,
    arrival,
    content: contentOf(remark, toPlan),
    sender: {
      kind: 'LEGAL_ENTITY',
      name: representative,
      organisation,
      ...(bin ? { bin } : {}),
      ...(ground ? { representativeGround: ground } : {}),
      ...(email ? { email } : {}),
    },
    scans: [toPlan.fileId],
  };
}

const contentOf = ({ kind, text, proposedWording, anchors }: ReadRemark, { letter }: IntakeToPlan): RemarkContent => ({
  kind,
  language: letter.language,
  text,
  ...(proposedWording ? { proposedWording } : {}),
  anchors,
});

function planRow(
  remark: ReadRemark,
  look: LetterLook | undefined,
  content: RemarkContent,
  firsts: Map<string, number>,
): PlannedRemark {
  const { row } = remark;
  const entryId = look?.entryId ?? null;
  const faults = [...remark.faults, ...faultsOfRemark(look?.faults ?? [], remark)];
  const [whole, words] = [JSON.stringify(content), `words ${content.text}`];
  const repeated = firsts.get(whole) ?? null;
  const sameAsRow = repeated ?? firsts.get(words) ?? null;
  if (!firsts.has(whole)) firsts.set(whole, row);
  if (!firsts.has(words)) firsts.set(words, row);
  const known = { entryId, sameAsRow, sameWords: look?.sameWords ?? [], waiting: look?.waiting ?? [] };
  const kind = faults.length > 0 ? 'ERROR' : repeated !== null ? 'REPEATED' : entryId !== null ? 'ENTERED' : 'NEW';
  return { row, kind, content, faults, ...known };
}

const remarkColumns: Readonly<Record<string, RemarkKey>> = {
  text: 'remark',
  proposedWording: 'wording',
  anchors: 'clause',
};
const senderFields: Readonly<Record<string, SenderKey>> = {
  'sender.name': 'representative',
  'sender.organisation': 'organisation',
  'sender.bin': 'bin',
  'sender.representativeGround': 'ground',
  'sender.email': 'email',
};

/** A cell that could not be read is told once, not for being empty too. */
function faultsOfRemark(faults: readonly Fault[], { faults: read, address }: ReadRemark): IntakeFault[] {
  return faults.flatMap((fault) => {
    const key = remarkColumns[fault.field];
    return key === undefined ? [] : placed(fault, address(key), read);
  });
}

function faultsOfSender(faults: readonly Fault[], { sender }: ReadIntake): IntakeFault[] {
  return faults.flatMap((fault) => {
    const key = senderFields[fault.field];
    return key === undefined ? [] : placed(fault, sender.address(key), sender.faults);
  });
}

function placed({ fault, limit }: Fault, address: string, told: readonly CellFault[]): IntakeFault[] {
  if (told.some((each) => each.address === address)) return [];
  const name =
    fault === 'missing' || fault === 'malformed' || fault === 'too-long' || fault === 'not-text' ? fault : 'refused';
  return [{ address, fault: name, ...(limit === undefined ? {} : { limit }) }];
}

function seenOf(rows: readonly PlannedRemark[]): string {
  const hash = createHash('sha256');
  for (const { row, kind, content } of rows) hash.update(`${JSON.stringify([row, kind, content])}\n`);
  return hash.digest('hex');
}

/** Whether all of it may be entered: a sheet with a fault is mended first, a part of a letter is not entered alone. */
export const isEnterable = ({ senderFaults, counts }: IntakePlan): boolean =>
  senderFaults.length === 0 && counts.ERROR === 0 && counts.NEW > 0;
