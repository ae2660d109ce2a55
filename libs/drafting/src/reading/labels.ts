// Numbers as Kazakh acts print them: `1.` paragraph, `3-1.` inserted paragraph, `2)` sub-paragraph, `а)` below it; and
// `4.2.` of other drafting traditions. `1.5 hours`, `09.00` and `2016.` are no labels.
const CLAUSE_LABEL = /^(?:\*\*)?(\d{1,3}(?:[.-]\d{1,3})*|\p{L}(?=\\?\)))\\?([.)])(?:\*\*)?(?:\s+(?=\S)|(?=\p{L}))/u;
const HEADING_LABEL =
  /^(?:((?:\d{1,3}(?:[.-]\d{1,3})*|[IVXLC]{1,6})[.)])(?:\s+|(?=\p{L}))|(\d{1,3}(?:\.\d{1,3})+)\s+|(\d{1,3})\s+(?=\p{Lu}))(?=\S)/u;
/** «1-тарау. …», «Глава 1. …»: the word belongs to the heading, the number pairs the languages. */
const WORDED_LABEL =
  /^(?:(\d{1,3})-(?:тарау|бөлім|параграф)|(?:глава|раздел|параграф|chapter|section|part)\s+(\d{1,3}))(?![\d\p{L}])/iu;

export interface Labelled {
  readonly label: string;
  readonly text: string;
}

export function clauseLabel(text: string): Labelled {
  const found = CLAUSE_LABEL.exec(text);
  if (!found) return { label: '', text };
  return { label: `${found[1] ?? ''}${found[2] ?? ''}`, text: text.slice(found[0].length) };
}

export function headingLabel(text: string): Labelled {
  const worded = WORDED_LABEL.exec(text);
  if (worded) return { label: worded[1] ?? worded[2] ?? '', text };
  const found = HEADING_LABEL.exec(text);
  if (!found) return { label: '', text };
  return { label: found[1] ?? found[2] ?? found[3] ?? '', text: text.slice(found[0].length) };
}

/** How deep a label stands: `1.` 10, `4.2.` 11, `1)` 20, `а)` 30. A clause stands in the nearest one before it of a lower rank. */
export function rankOf(label: string): number {
  if (/^\p{L}/u.test(label)) return 30;
  if (label.endsWith(')')) return 20;
  return 10 + (label.slice(0, -1).match(/\./g)?.length ?? 0);
}

/**
 * What must be equal in both languages. Of a heading only the number; a letter is told by its place, since the Kazakh
 * and the Russian alphabet count differently (а ә б, а б в).
 */
export function pairingKey(kind: 'section' | 'clause', label: string, ordinal: number): string {
  if (label === '') return `${kind} #${ordinal}`;
  if (kind === 'section') return `section ${label.replace(/[.)]$/, '')}`;
  return /^\p{L}/u.test(label) ? `letter #${ordinal}` : label;
}
