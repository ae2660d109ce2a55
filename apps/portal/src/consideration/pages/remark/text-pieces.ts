import type { LivePoint, PointPart } from '#lib/consideration';

/** A piece of a remark's text: plain, or a passage of a point. */
export interface TextPiece {
  readonly text: string;
  /** From 1; null for what no point quotes. */
  readonly point: number | null;
}

/** The text with the passages of its points, in reading order; joined, the pieces are the text. */
export function textPieces(text: string, part: PointPart, points: readonly LivePoint[]): TextPiece[] {
  const characters = Array.from(text);
  const passages = points
    .flatMap(({ position, spans }) => spans.filter((span) => span.part === part).map((span) => ({ ...span, position })))
    .toSorted((a, b) => a.startsAt - b.startsAt);
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { startsAt, quote, position } of passages) {
    pieces.push({ text: characters.slice(at, startsAt).join(''), point: null }, { text: quote, point: position });
    at = startsAt + Array.from(quote).length;
  }
  pieces.push({ text: characters.slice(at).join(''), point: null });
  return pieces.filter((piece) => piece.text !== '');
}
