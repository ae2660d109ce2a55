import type { RemarkContent, Sender } from '#lib/discussion';
import { type Instant, isLanguage } from '#lib/kernel';
import type { Reading, RowFault } from './row-fault.js';
import { readTable, type TableRow } from './table-file.js';

const channels = ['PORTAL', 'IMPORT', 'PAPER', 'DESK', 'EMAIL'] as const;
export type RemarkChannel = (typeof channels)[number];

/** One remark of a file, with its clauses as the file names them (`10.3`). */
export interface RemarkRow {
  readonly line: number;
  /** The remark's name inside the folder; decisions refer to it. */
  readonly ref: string;
  readonly channel: RemarkChannel;
  /** Null for one that is sent on line: it arrives when it is sent. */
  readonly arrivedAt: Instant | null;
  readonly content: Omit<RemarkContent, 'anchors'>;
  readonly clauses: readonly string[];
  readonly sender: Sender;
}

export const remarkColumns = [
  'ref',
  'received_at',
  'day',
  'time',
  'channel',
  'kind',
  'sender_kind',
  'language',
  'name',
  'organisation',
  'bin',
  'representative_ground',
  'email',
  'anchors',
  'body',
  'proposed_wording',
] as const;

const kinds = ['REMARK', 'PROPOSAL'] as const;
const senderKinds = ['INDIVIDUAL', 'LEGAL_ENTITY', 'GROUP'] as const;

const oneOf = <Word extends string>(words: readonly Word[], text: string): Word | undefined =>
  words.find((word) => word === text);

/**
 * Reads remarks of a discussion from CSV, in the order of the file.
 * @param arrivalOf the UTC instant a row says it arrived; throws RangeError when it says none
 */
export function readRemarkRows(
  file: string,
  text: string,
  arrivalOf: (fields: TableRow['fields']) => Instant,
): Reading<RemarkRow> {
  const table = readTable(file, text, remarkColumns);
  const rows: RemarkRow[] = [];
  const faults: RowFault[] = [...table.faults];
  const refs = new Set<string>();
  for (const { line, fields } of table.rows) {
    const ref = fields['ref'] || String(line);
    const fault = (reason: string, field?: string) => faults.push({ file, line, reason, ...(field && { field }) });
    if (refs.has(ref)) fault('stands twice', 'ref');
    refs.add(ref);
    const channel = oneOf(channels, fields['channel'] || 'IMPORT');
    const kind = oneOf(kinds, fields['kind'] || 'REMARK');
    const senderKind = oneOf(senderKinds, fields['sender_kind'] || 'INDIVIDUAL');
    const language = fields['language'] ?? '';
    if (!channel) fault(`is none of ${channels.join(', ')}`, 'channel');
    if (!kind) fault(`is none of ${kinds.join(', ')}`, 'kind');
    if (!senderKind) fault(`is none of ${senderKinds.join(', ')}`, 'sender_kind');
    if (!isLanguage(language)) fault('is none of kk, ru, en', 'language');
    if (!fields['body']) fault('is empty', 'body');
    if (!fields['name']) fault('is empty', 'name');
    const arrivedAt = channel === 'PORTAL' ? null : arrival(() => arrivalOf(fields), fault);
    if (!channel || !kind || !senderKind || !isLanguage(language) || arrivedAt === undefined) continue;
    rows.push({
      line,
      ref,
      channel,
      arrivedAt,
      content: { kind, language, text: fields['body'] ?? '', ...given('proposedWording', fields['proposed_wording']) },
      clauses: (fields['anchors'] ?? '').split(/[\s;,]+/).filter(Boolean),
      sender: senderOf(senderKind, fields),
    });
  }
  return { rows, faults };
}

function arrival(read: () => Instant, fault: (reason: string, field: string) => void): Instant | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    fault(error.message, 'received_at');
    return undefined;
  }
}

const senderOf = (kind: Sender['kind'], fields: TableRow['fields']): Sender => ({
  kind,
  name: fields['name'] ?? '',
  ...given('email', fields['email']),
  ...given('organisation', fields['organisation']),
  ...given('bin', fields['bin']),
  ...given('representativeGround', fields['representative_ground']),
});

/** A property only where the file has a value. */
const given = <Name extends string>(name: Name, value: string | undefined) =>
  (value ? { [name]: value } : {}) as Partial<Record<Name, string>>;
