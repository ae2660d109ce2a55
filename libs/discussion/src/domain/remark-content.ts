import { isId, isWritableText, type Language } from '#lib/kernel';
import type { Fault } from './fault.js';

export const remarkKinds = ['REMARK', 'PROPOSAL'] as const;
export type RemarkKind = (typeof remarkKinds)[number];

/** What a sender says (REQ-31, REQ-32). */
export interface RemarkContent {
  readonly kind: RemarkKind;
  readonly language: Language;
  /** 1-20,000 characters. */
  readonly text: string;
  readonly proposedWording?: string;
  /** Lineage ids of clauses of the placed version; none means the whole draft. */
  readonly anchors: readonly string[];
}

export const TEXT_LIMIT = 20_000;
/** A remark takes so many files, and a letter so many sheets besides (REQ-30, REQ-41). */
export const FILES_LIMIT = 10;
const ANCHOR_LIMIT = 200;

/** Counts characters, not UTF-16 units; the spread is paid for long texts only. */
const isLongerThan = (text: string, limit: number): boolean => text.length > limit && [...text].length > limit;

/**
 * What is wrong with a remark's content; nothing when it may be taken (REQ-30 ff.).
 * @param clauses lineage ids of the version under discussion
 */
export function contentFaults(content: RemarkContent, clauses: ReadonlySet<string>): Fault[] {
  const { text, proposedWording = '', anchors } = content;
  const faults: Fault[] = [...textFaults('text', text), ...textFaults('proposedWording', proposedWording)];
  if (text.trim() === '') faults.push({ field: 'text', fault: 'missing' });
  if (anchors.length > ANCHOR_LIMIT) faults.push({ field: 'anchors', fault: 'too-long', limit: ANCHOR_LIMIT });
  if (new Set(anchors).size < anchors.length) faults.push({ field: 'anchors', fault: 'repeated' });
  if (anchors.some((anchor) => !isId(anchor) || !clauses.has(anchor))) {
    faults.push({ field: 'anchors', fault: 'not-of-this-draft' });
  }
  return faults;
}

function textFaults(field: string, text: string): Fault[] {
  if (isLongerThan(text, TEXT_LIMIT)) return [{ field, fault: 'too-long', limit: TEXT_LIMIT }];
  return isWritableText(text) ? [] : [{ field, fault: 'not-text' }];
}
