import type { Multilingual } from '#lib/kernel';
import { type DraftText, inOrder, wordingOf } from './clause.js';

/**
 * The text whose SHA-256 is shown with a draft version (REQ-23): one line of JSON, keys in this fixed order, parts in the
 * order of the text with their lineage ids. Letters are kept as written (no Unicode normalisation); line ends become LF.
 * Whoever has the published draft as JSON can rebuild it.
 */
export function canonicalText(draft: DraftText): string {
  return JSON.stringify({
    form: 'talqy-draft/1',
    title: canonicalWording(draft.title),
    parts: inOrder(draft.parts).map((part) => ({
      kind: part.kind,
      id: part.lineageId,
      in: part.parent,
      label: part.label,
      words: canonicalWording(wordingOf(part)),
    })),
  });
}

/** A line end is a line feed, however the text was typed. */
export const lineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');

const canonicalWording = (wording: Multilingual): Multilingual => ({
  kk: lineFeeds(wording.kk),
  ru: lineFeeds(wording.ru),
  ...(wording.en === undefined ? {} : { en: lineFeeds(wording.en) }),
});
