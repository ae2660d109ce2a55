import { breakLines } from './break-lines.js';
import type { Line, Piece } from './line.js';
import { drawPieces } from './draw-lines.js';
import { FOOTER_MARGIN, baselineOf, footerText, lineHeightOf, points } from './measures.js';
import type { PdfFile, PdfObject } from './pdf-file.js';
import type { Typefaces } from './typeface.js';

const MOST_LINES = 6;
const lineHeight = lineHeightOf(footerText.size);

interface Area {
  readonly left: number;
  readonly width: number;
  /** Of the whole page. */
  readonly height: number;
}

/**
 * The foot of every page: the document's line and "n / N". N is one object that all pages show and that is written last,
 * so no page has to wait in memory for the last one.
 */
export class PageFooter {
  private readonly lines: Line[];
  private readonly total: PdfObject;

  constructor(
    private readonly file: PdfFile,
    text: string,
    private readonly typefaces: Typefaces,
    private readonly area: Area,
  ) {
    this.lines = text === '' ? [] : this.broken(text).slice(0, MOST_LINES);
    this.total = file.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, -lineHeight, 100, lineHeight] });
  }

  /** From the edge of the page to the top of the footer. */
  get height(): number {
    return FOOTER_MARGIN + (this.lines.length + 1) * lineHeight;
  }

  draw(page: number): void {
    const { left, width, height } = this.area;
    const top = height - this.height;
    const middle = left + width / 2;
    const drawn = this.lines.flatMap((line, index) =>
      placed(line.pieces, left + (width - line.width) / 2, top + index * lineHeight),
    );
    const [number] = this.broken(`${page}\u00A0/\u00A0`);
    const numberTop = top + this.lines.length * lineHeight;
    drawPieces(this.file, [...drawn, ...placed(number?.pieces ?? [], middle - (number?.width ?? 0), numberTop)]);
    this.file.page.xobjects['Total'] = this.total;
    const baseline = numberTop + baselineOf(footerText.size);
    this.file.addContent(`q 1 0 0 -1 ${points(middle)} ${points(baseline)} cm /Total Do Q`);
  }

  end(pages: number): void {
    const typeface = this.typefaces.of({});
    const glyphs = typeface.encode(String(pages)).runs.map((run) => run.glyphs);
    this.total.data['Resources'] = { Font: { [typeface.id]: typeface.reference } };
    this.total.write(`BT /${typeface.id} ${footerText.size} Tf [${glyphs.join('')}] TJ ET`);
    this.total.end();
  }

  private broken(text: string): Line[] {
    return breakLines(text, footerText, this.area.width, this.typefaces);
  }
}

function placed(pieces: readonly Piece[], left: number, top: number) {
  let x = left;
  return pieces.map((piece) => {
    const at = { piece, x, baseline: top + baselineOf(footerText.size) };
    x += piece.width;
    return at;
  });
}
