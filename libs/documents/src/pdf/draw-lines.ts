import type { Line, Piece } from './line.js';
import { baselineOf, lineHeightOf, points } from './measures.js';
import type { PdfFile } from './pdf-file.js';
import type { TaggedElement } from './tags.js';

export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly size: number;
  readonly align?: 'center' | 'end';
}

export interface Drawn {
  readonly piece: Piece;
  readonly x: number;
  readonly baseline: number;
}

/** How the words of a marked run are told to those who do not see the line through or under them. */
export type SayMark = (mark: 'added' | 'removed', text: string) => string;

/** Draws lines one below the other into the element; each marked run becomes an element of its own inside it. */
export function drawLines(
  file: PdfFile,
  lines: readonly Line[],
  place: Place,
  element: TaggedElement,
  say: SayMark,
): void {
  for (const group of groupsOf(lines, place)) {
    const { mark } = group.drawn[0]?.piece.run ?? {};
    if (!mark) {
      element.content(() => drawPieces(file, group.drawn));
      continue;
    }
    const decoration = mark === 'added' ? 'Underline' : 'LineThrough';
    const span = element.child('Span', { actual: say(mark, group.text.trim()), decoration });
    span.content(() => drawPieces(file, group.drawn));
    span.end();
  }
}

interface Group {
  readonly drawn: Drawn[];
  text: string;
}

/** Pieces without a mark together, those of one marked run together, in the order of reading. */
function groupsOf(lines: readonly Line[], place: Place): Group[] {
  const groups: Group[] = [];
  let group: Group | undefined;
  for (const [index, line] of lines.entries()) {
    const baseline = place.top + index * lineHeightOf(place.size) + baselineOf(place.size);
    let x = place.left + indentOf(line, place);
    for (const piece of line.pieces) {
      const last = group?.drawn.at(-1)?.piece.run;
      const isSame = last !== undefined && (last === piece.run || (!last.mark && !piece.run.mark));
      if (!group || !isSame) groups.push((group = { drawn: [], text: '' }));
      group.drawn.push({ piece, x, baseline });
      group.text += piece.text;
      x += piece.width;
    }
  }
  return groups;
}

function indentOf(line: Line, { width, align }: Place): number {
  if (!align) return 0;
  return align === 'center' ? (width - line.width) / 2 : width - line.width;
}

/** Text that lies on the page as it is; the coordinates run downwards. A line's pieces follow each other without a gap. */
export function drawPieces(file: PdfFile, drawn: readonly Drawn[]): void {
  const text = new TextObject();
  for (const { piece, x, baseline } of drawn) {
    const { id, reference } = piece.typeface;
    file.page.fonts[id] ??= reference;
    text.moveTo(x, baseline);
    for (const run of piece.glyphs) {
      text.style(id, piece.size, piece.rise + run.rise * piece.size);
      text.show(run.glyphs);
    }
  }
  const operators = text.end();
  for (const { piece, x, baseline } of drawn) if (piece.run.mark) operators.push(ruleOf(piece, x, baseline));
  file.addContent(operators.join('\n'));
}

/** The operators of one text object; a font, a size and a place are named when they change. */
class TextObject {
  private readonly operators = ['BT'];
  private line = -1;
  private glyphs = '';
  private font = '';
  private size = 0;
  private rise = 0;

  moveTo(x: number, baseline: number): void {
    if (baseline === this.line) return;
    this.flush();
    this.line = baseline;
    this.operators.push(`1 0 0 -1 ${points(x)} ${points(baseline)} Tm`);
  }

  style(font: string, size: number, rise: number): void {
    if (font === this.font && size === this.size && rise === this.rise) return;
    this.flush();
    this.font = font;
    this.size = size;
    this.rise = rise;
    this.operators.push(`/${font} ${points(size)} Tf ${points(rise)} Ts`);
  }

  show(glyphs: string): void {
    this.glyphs += glyphs;
  }

  /** What stands between BT and ET outlives ET within the page: the next text must find the baseline where it is. */
  end(): string[] {
    this.flush();
    this.operators.push('0 Ts ET');
    return this.operators;
  }

  private flush(): void {
    if (this.glyphs !== '') this.operators.push(`[${this.glyphs}] TJ`);
    this.glyphs = '';
  }
}

/** The line under or through a marked piece. */
function ruleOf({ run, size, width }: Piece, x: number, baseline: number): string {
  const y = points(run.mark === 'added' ? baseline + size * 0.12 : baseline - size * 0.27);
  return `${points(size * 0.06)} w ${points(x)} ${y} m ${points(x + width)} ${y} l S`;
}
