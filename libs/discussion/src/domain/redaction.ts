import type { Fault } from './fault.js';
import type { HidingReason } from './hiding.js';

export const redactionParts = ['TEXT', 'WORDING'] as const;
export type RedactionPart = (typeof redactionParts)[number];

/** Where words stand that are kept from the public (REQ-116): never the words. Counted in characters (code points) from 0. */
export interface Passage {
  readonly part: RedactionPart;
  readonly startsAt: number;
  readonly length: number;
}

/** A remark as it was received, or as it stands redacted. */
export interface SaidText {
  readonly text: string;
  readonly proposedWording: string | null;
}

/** More passages than this are a text to be hidden as a whole. */
const MOST_PASSAGES = 100;
const LONGEST = 20_000;

const partOf = (said: SaidText, part: RedactionPart): string | null =>
  part === 'TEXT' ? said.text : said.proposedWording;

/** In the order of the text, with those that overlap or touch made one. */
export function mergedPassages(passages: readonly Passage[]): Passage[] {
  return redactionParts.flatMap((part) => {
    const merged: Passage[] = [];
    const own = passages.filter((passage) => passage.part === part).toSorted((a, b) => a.startsAt - b.startsAt);
    for (const passage of own) {
      const last = merged.at(-1);
      if (!last || passage.startsAt > last.startsAt + last.length) merged.push(passage);
      else {
        const end = Math.max(last.startsAt + last.length, passage.startsAt + passage.length);
        merged[merged.length - 1] = { part, startsAt: last.startsAt, length: end - last.startsAt };
      }
    }
    return merged;
  });
}

/**
 * What is wrong with the passages of a redaction; nothing when it may be proposed.
 * @param said the remark as it was received
 * @param mark what will stand in the place of each passage
 */
export function passageFaults(passages: readonly Passage[], said: SaidText, mark: string): Fault[] {
  const field = 'passages';
  if (passages.length === 0) return [{ field, fault: 'missing' }];
  if (passages.length > MOST_PASSAGES) return [{ field, fault: 'too-long', limit: MOST_PASSAGES }];
  if (!passages.every((passage) => isInside(passage, said))) return [{ field, fault: 'unknown' }];
  const redacted = redactedText(said, passages, mark);
  const isTooLong = [redacted.text, redacted.proposedWording ?? ''].some((part) => lengthOf(part) > LONGEST);
  return isTooLong ? [{ field, fault: 'too-long', limit: LONGEST }] : [];
}

function isInside({ part, startsAt, length }: Passage, said: SaidText): boolean {
  const whole = partOf(said, part);
  if (whole === null || !Number.isInteger(startsAt) || !Number.isInteger(length)) return false;
  return startsAt >= 0 && length > 0 && startsAt + length <= lengthOf(whole);
}

/** The words of a passage. */
export function wordsOf({ part, startsAt, length }: Passage, said: SaidText): string {
  return Array.from(partOf(said, part) ?? '')
    .slice(startsAt, startsAt + length)
    .join('');
}

/** The explanation stands in the moderation log, so it may not say what is redacted; words of one or two letters are anybody's. */
export function repeatFaults(
  reason: Pick<HidingReason, 'explanationKk' | 'explanationRu'>,
  passages: readonly Passage[],
  said: SaidText,
): Fault[] {
  const redacted = passages.map((passage) => wordsOf(passage, said)).filter((words) => words.trim().length > 2);
  const fields = ['explanationKk', 'explanationRu'] as const;
  return fields
    .filter((field) => redacted.some((words) => reason[field].includes(words)))
    .map((field) => ({ field, fault: 'repeated' }));
}

/** The remark as the public reads it: the mark in the place of each passage. */
export function redactedText(said: SaidText, passages: readonly Passage[], mark: string): SaidText {
  const redact = (whole: string, part: RedactionPart): string => {
    const characters = Array.from(whole);
    const own = mergedPassages(passages).filter((passage) => passage.part === part);
    const pieces = own.map(({ startsAt }, index) => {
      const before = own[index - 1];
      return characters.slice(before ? before.startsAt + before.length : 0, startsAt).join('') + mark;
    });
    const last = own.at(-1);
    return pieces.join('') + characters.slice(last ? last.startsAt + last.length : 0).join('');
  };
  const { text, proposedWording } = said;
  return {
    text: redact(text, 'TEXT'),
    proposedWording: proposedWording === null ? null : redact(proposedWording, 'WORDING'),
  };
}

/** Where a passage that somebody quotes stands once the text is redacted: what it shares with a mark, it has whole (REQ-50). */
export function movedPassage(quoted: Passage, passages: readonly Passage[], mark: string): Passage {
  const { from, to } = edges(quoted, segments(quoted.part, passages, mark), 'before', 'after');
  return { part: quoted.part, startsAt: from, length: to - from };
}

/** The other way round: where what quotes the redacted text stands in the text as it was received. */
export function restoredPassage(quoted: Passage, passages: readonly Passage[], mark: string): Passage {
  const { from, to } = edges(quoted, segments(quoted.part, passages, mark), 'after', 'before');
  return { part: quoted.part, startsAt: from, length: to - from };
}

type Side = 'before' | 'after';
type Segment = Readonly<Record<Side, { readonly from: number; readonly to: number }>>;

/** Each passage and the mark in its place. */
function segments(part: RedactionPart, passages: readonly Passage[], mark: string): Segment[] {
  const width = lengthOf(mark);
  let shift = 0;
  return mergedPassages(passages)
    .filter((passage) => passage.part === part)
    .map(({ startsAt, length }) => {
      const after = { from: startsAt + shift, to: startsAt + shift + width };
      shift += width - length;
      return { before: { from: startsAt, to: startsAt + length }, after };
    });
}

function edges(quoted: Passage, all: readonly Segment[], here: Side, there: Side): { from: number; to: number } {
  const from = quoted.startsAt;
  const to = from + quoted.length;
  const place = (at: number): number => {
    const passed = all.findLast((segment) => segment[here].to <= at);
    return passed ? passed[there].to + (at - passed[here].to) : at;
  };
  const touched = all.filter((segment) => segment[here].from < to && from < segment[here].to);
  const first = touched[0];
  const last = touched.at(-1);
  return {
    from: first && from > first[here].from ? first[there].from : place(from),
    to: last && to < last[here].to ? last[there].to : place(to),
  };
}

/** The nth place at which words stand in a part; undefined when there is none. @param occurrence from 1 */
export function passageAt(
  { part, quote, occurrence }: { readonly part: RedactionPart; readonly quote: string; readonly occurrence: number },
  said: SaidText,
): Passage | undefined {
  const whole = partOf(said, part);
  if (whole === null || quote === '') return undefined;
  let at = -1;
  for (let seen = 0; seen < occurrence; seen += 1) {
    at = whole.indexOf(quote, at + 1);
    if (at < 0) return undefined;
  }
  return at < 0 ? undefined : { part, startsAt: lengthOf(whole.slice(0, at)), length: lengthOf(quote) };
}

/** What was read in UTF-16 units, as the detectors and browsers count, in characters. */
export function passageOfUnits(part: RedactionPart, text: string, start: number, end: number): Passage {
  return { part, startsAt: lengthOf(text.slice(0, start)), length: lengthOf(text.slice(start, end)) };
}

const lengthOf = (text: string): number => Array.from(text).length;
