import type { Run } from '#lib/documents';
import { compareTexts, type ParagraphChange, type WordChange } from '#lib/drafting';
import type { Language } from '#lib/kernel';
import type { ReportChange, Wording } from '../domain/report-data.js';

/**
 * The words of a part in both drafts as one text, the removed ones and the added ones marked (REQ-52): paragraph by paragraph, then
 * word by word. Where the draft has no English, Kazakh and Russian one after the other.
 */
export function markedWording({ before, after }: Pick<ReportChange, 'before' | 'after'>, language: Language): Run[] {
  const isIn = (wording: Wording | null) => wording === null || wording.en !== null;
  if (language !== 'en' || (isIn(before) && isIn(after))) return runsOf(before?.[language], after?.[language]);
  return [...runsOf(before?.kk, after?.kk), { text: '\n' }, ...runsOf(before?.ru, after?.ru)];
}

const runsOf = (before: string | null | undefined, after: string | null | undefined): Run[] =>
  compareTexts(before ?? '', after ?? '').flatMap((paragraph, index) => [
    ...(index > 0 ? [{ text: '\n' }] : []),
    ...wordsOf(paragraph).flatMap((change, place, all) => [...gap(all[place - 1], change), marked(change)]),
  ]);

const wordsOf = (paragraph: ParagraphChange): readonly WordChange[] =>
  paragraph.kind === 'changed' ? paragraph.words : [paragraph];

/** Words put in the place of others would run into them. */
const gap = (before: WordChange | undefined, { kind }: WordChange): Run[] =>
  before?.kind === 'removed' && kind === 'added' ? [{ text: ' ' }] : [];

const marked = ({ kind, text }: WordChange): Run => (kind === 'same' ? { text } : { text, mark: kind });
