import type { Fault } from './fault.js';
import { reasonFaults } from './reason.js';
import { contentFaults, FILES_LIMIT, type RemarkContent } from './remark-content.js';
import { lineFaults, type Sender, senderFaults } from './sender.js';
import type { TypedArrival } from './letter-arrival.js';

/** By what way a letter came that an official types in; an import of a whole discussion is no letter. */
export const entryChannels = ['PAPER', 'DESK', 'EMAIL'] as const;
export type EntryChannel = (typeof entryChannels)[number];

/** A letter as an official types it in (REQ-41). */
export interface ReceivedLetter {
  readonly channel: EntryChannel;
  /** The office's own number of the letter: one line, 1-500 characters. */
  readonly registration: string;
  readonly arrival: TypedArrival;
  readonly content: RemarkContent;
  readonly sender: Sender;
  /** Ids of stored files of purpose SCAN, in the order of the sheets. */
  readonly scans?: readonly string[];
  /** Why a paper has no scan: 1-2,000 characters. */
  readonly noScanReason?: string;
  /** Ids of stored files of purpose ATTACHMENT: they become the remark's. */
  readonly attachments?: readonly string[];
}

/**
 * What is wrong with a letter apart from its arrival; nothing when it may be entered (REQ-30, REQ-41). A paper is scanned, or
 * it is said why not.
 * @param clauses lineage ids of the version under discussion
 */
export function letterFaults(letter: ReceivedLetter, clauses: ReadonlySet<string>): Fault[] {
  const { registration, scans = [], attachments = [], noScanReason } = letter;
  return [
    ...(registration.trim() === '' ? [{ field: 'registration', fault: 'missing' } as const] : []),
    ...lineFaults('registration', registration),
    ...contentFaults(letter.content, clauses),
    ...senderFaults(letter.sender),
    ...countFaults('scans', scans),
    ...countFaults('attachments', attachments),
    ...(letter.channel === 'PAPER' && scans.length === 0 && noScanReason === undefined
      ? [{ field: 'scans', fault: 'missing' } as const]
      : []),
    ...(noScanReason === undefined ? [] : reasonFaults('noScanReason', noScanReason)),
  ];
}

const countFaults = (field: 'scans' | 'attachments', ids: readonly string[]): Fault[] =>
  ids.length > FILES_LIMIT ? [{ field, fault: 'too-long', limit: FILES_LIMIT }] : [];
