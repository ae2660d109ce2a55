import type { Transaction } from '#lib/database';
import {
  movedPassage,
  type Passage,
  type RedactionPart,
  restoredPassage,
  type SaidText,
  wordsOf,
} from '../domain/redaction.js';

/** What a point quotes (REQ-50). */
export interface QuotePlace {
  readonly pointId: string;
  readonly ordinal: number;
  readonly part: RedactionPart;
  readonly startsAt: number;
  readonly quote: string;
}

interface Change {
  readonly passages: readonly Passage[];
  readonly mark: string;
  /** The remark as it stands now. */
  readonly said: SaidText;
}

/** Points quote the redacted text: what they shared with a redacted passage is its mark. */
export async function moveQuotes(
  tx: Transaction,
  quotes: readonly QuotePlace[],
  { passages, mark, said }: Change,
): Promise<void> {
  await write(
    tx,
    quotes.map((quote) => placed(quote, movedPassage(passageOf(quote), passages, mark), said)),
  );
}

/**
 * Points quote the text as it was received.
 * @param before what they quoted then; a point made since has whole the passages that it touched
 */
export async function restoreQuotes(
  tx: Transaction,
  quotes: readonly QuotePlace[],
  before: readonly QuotePlace[],
  { passages, mark, said }: Change,
): Promise<void> {
  const known = new Map(before.map((quote) => [`${quote.pointId} ${quote.ordinal}`, quote]));
  await write(
    tx,
    quotes.map(
      (quote) =>
        known.get(`${quote.pointId} ${quote.ordinal}`) ??
        placed(quote, restoredPassage(passageOf(quote), passages, mark), said),
    ),
  );
}

const passageOf = ({ part, startsAt, quote }: QuotePlace): Passage => ({
  part,
  startsAt,
  length: Array.from(quote).length,
});

const placed = (quote: QuotePlace, passage: Passage, said: SaidText): QuotePlace => ({
  ...quote,
  startsAt: passage.startsAt,
  quote: wordsOf(passage, said),
});

async function write(tx: Transaction, quotes: readonly QuotePlace[]): Promise<void> {
  for (const { pointId, ordinal, startsAt, quote } of quotes) {
    await tx.query('update point_span set starts_at = $3, quote = $4 where point_id = $1 and ordinal = $2', [
      pointId,
      ordinal,
      startsAt,
      quote,
    ]);
  }
}
