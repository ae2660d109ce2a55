import type { ClauseComparison, ParagraphChange, WordChange } from '#lib/drafting';

/** A paragraph as it is shown: runs that are kept, struck out or underlined. */
export type MarkedParagraph = readonly WordChange[];
type Sides = Pick<ClauseComparison, 'before' | 'after'>;

/** Both texts as one: what was removed stands before what came in its place. */
export const inOneText = (changes: readonly ParagraphChange[], clause: Sides): MarkedParagraph[] =>
  numbered(changes.map(runsOf), labelRuns(clause));

/** The text of one side, with what the other has not marked; null where the clause is not there. */
export function oneSide(
  changes: readonly ParagraphChange[],
  clause: Sides,
  side: 'before' | 'after',
): MarkedParagraph[] | null {
  if (clause[side] === null) return null;
  const other = side === 'before' ? 'added' : 'removed';
  const mine = ({ kind }: WordChange) => kind !== other;
  const paragraphs = changes.filter(({ kind }) => kind !== other).map((change) => runsOf(change).filter(mine));
  return numbered(paragraphs, labelRuns(clause).filter(mine));
}

const runsOf = (change: ParagraphChange): WordChange[] =>
  change.kind === 'changed' ? [...change.words] : [{ kind: change.kind, text: change.text }];

/** The number is part of what one reads: a new one is marked as a word is. */
function labelRuns({ before, after }: Sides): WordChange[] {
  const [was, is] = [before?.label ?? '', after?.label ?? ''];
  if (was === is) return [{ kind: 'same', text: was }];
  return [
    { kind: 'removed', text: was },
    { kind: 'added', text: is },
  ];
}

/** The number goes before the first paragraph, with a space that is nobody's change. */
function numbered(paragraphs: readonly WordChange[][], label: readonly WordChange[]): MarkedParagraph[] {
  const [first = [], ...rest] = paragraphs;
  const number = label.filter(({ text }) => text !== '');
  const isWholeRun = number.length === 1 && first.length === 1 && number[0]?.kind === first[0]?.kind;
  const space: WordChange = { kind: isWholeRun ? (first[0]?.kind ?? 'same') : 'same', text: ' ' };
  const start = number.length === 0 ? first : [...number, space, ...first];
  return [start, ...rest].map(withoutSeams);
}

function withoutSeams(runs: readonly WordChange[]): MarkedParagraph {
  const joined: WordChange[] = [];
  for (const { kind, text } of runs) {
    const last = joined.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) joined.splice(-1, 1, { kind, text: last.text + text });
    else joined.push({ kind, text });
  }
  return joined;
}
