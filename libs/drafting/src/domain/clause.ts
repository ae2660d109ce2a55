import type { Multilingual } from '#lib/kernel';

// The text of a draft standard: sections with their clauses, Kazakh and Russian together (R4, R10, A4, REQ-19).

interface Placed {
  /** Survives renumbering, moves and new versions: remarks anchor to it, never to a number (REQ-24). */
  readonly lineageId: string;
  /** The lineage id of the part it stands in; null at the top. */
  readonly parent: string | null;
  /** Order in the whole text, from 1. */
  readonly position: number;
  /** The number as printed: `1.`, `3-1.`, `2)`; empty where the text has none. */
  readonly label: string;
}

export interface Section extends Placed {
  readonly kind: 'section';
  readonly heading: Multilingual;
}

/** A numbered paragraph (тармақ, пункт) or sub-paragraph (тармақша, подпункт). A line feed parts its unnumbered parts. */
export interface Clause extends Placed {
  readonly kind: 'clause';
  readonly text: Multilingual;
}

export type DraftPart = Section | Clause;

/** A language the draft is not written in has an empty string. */
export interface DraftText {
  readonly title: Multilingual;
  readonly parts: readonly DraftPart[];
}

/** Heading of a section, text of a clause. */
export const wordingOf = (part: DraftPart): Multilingual => (part.kind === 'section' ? part.heading : part.text);

/** The parts in the order of the text. */
export const inOrder = (parts: readonly DraftPart[]): DraftPart[] =>
  parts.toSorted((one, other) => one.position - other.position);

/** The part and those it stands in, outermost first: "section 2, clause 6., sub-paragraph 3)". */
export function pathOf(parts: readonly DraftPart[], lineageId: string): readonly DraftPart[] {
  const byId = new Map(parts.map((part) => [part.lineageId, part]));
  const path: DraftPart[] = [];
  for (let part = byId.get(lineageId); part && !path.includes(part); part = byId.get(part.parent ?? ''))
    path.unshift(part);
  return path;
}
