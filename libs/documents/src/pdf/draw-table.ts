import { columnWidths } from '../column-widths.js';
import type { Row, Table } from '../document.js';
import { rowsOf } from '../rows-of.js';
import { breakLines } from './break-lines.js';
import type { Line } from './line.js';
import { drawLines } from './draw-lines.js';
import { type TextStyle, lineHeightOf, points, tableHeading, tableText } from './measures.js';
import type { Press } from './press.js';
import { type TaggedElement, drawnOnly } from './tags.js';

const PADDING_X = 4.25;
const PADDING_Y = 3;
const LINE = lineHeightOf(tableText.size);
const BORDER = '0.5 w 0.35 G';
/** A row that is no taller than this part of a page is not broken across two. */
const WHOLE_ROW = 1 / 4;
/** A heading row taller than this part of a page is not repeated. */
const REPEATED_HEADING = 1 / 3;
const LEAST_LINES = 2;

interface Column {
  readonly left: number;
  readonly width: number;
}

/** A row measured: the lines of its cells, one below the other in each. */
interface MeasuredRow {
  readonly cells: readonly Line[][];
  readonly lines: number;
}

/** Draws a table row by row and stops after each, so that the caller can send on what is finished. */
export async function* drawTable(press: Press, table: Table): AsyncGenerator<void> {
  const element = press.tags.element('Table', { title: table.title });
  const grid = new Grid(press, table, element);
  for await (const row of rowsOf(table)) {
    grid.add(row);
    yield;
  }
  grid.end();
  element.end();
  press.flow.space(tableText.after);
}

class Grid {
  private readonly columns: readonly Column[];
  private readonly heading: MeasuredRow;
  private isBegun = false;

  constructor(
    private readonly press: Press,
    table: Table,
    private readonly element: TaggedElement,
  ) {
    const { flow } = press;
    let left = flow.left;
    this.columns = columnWidths(table.columns, Math.floor(flow.width)).map((width) => {
      const column = { left, width };
      left += width;
      return column;
    });
    this.heading = this.measure(
      table.columns.map((column) => column.heading),
      tableHeading,
    );
  }

  add(row: Row): void {
    const measured = this.measure(row, tableText);
    this.begin(measured);
    this.drawRow(measured, 'TD');
  }

  end(): void {
    this.begin();
  }

  /** The heading row, together with the beginning of the first row. */
  private begin(first?: MeasuredRow): void {
    if (this.isBegun) return;
    this.isBegun = true;
    const { flow } = this.press;
    const together = heightOf(this.heading.lines) + (first ? heightOf(Math.min(first.lines, LEAST_LINES)) : 0);
    if (flow.room < Math.min(together, flow.body)) flow.nextPage();
    this.drawRow(this.heading, 'TH');
  }

  private measure(row: Row, style: TextStyle): MeasuredRow {
    const cells = row.map((text, index) =>
      breakLines(text, style, (this.columns[index]?.width ?? 0) - 2 * PADDING_X, this.press.typefaces),
    );
    return { cells, lines: Math.max(...cells.map((cell) => cell.length)) };
  }

  private drawRow(row: MeasuredRow, tag: 'TH' | 'TD'): void {
    const { flow } = this.press;
    const line = this.element.child('TR');
    const elements = row.cells.map(() => line.child(tag));
    const isKeptWhole = heightOf(row.lines) <= flow.body * WHOLE_ROW;
    for (let from = 0; from < row.lines;) {
      const remaining = row.lines - from;
      const fit = Math.floor((flow.room - 2 * PADDING_Y) / LINE);
      if (fit < (isKeptWhole ? remaining : Math.min(remaining, LEAST_LINES))) {
        this.nextPage(tag);
        continue;
      }
      const count = Math.min(fit, remaining);
      this.drawPart(row, { from, count }, (index, draw) => draw(elements[index] ?? drawnOnly));
      from += count;
      if (from < row.lines) this.nextPage(tag);
    }
    for (const element of [...elements, line]) element.end();
  }

  /** On the next page, under the heading row if it is not too tall to be repeated. */
  private nextPage(tag: 'TH' | 'TD'): void {
    const { flow, tags } = this.press;
    flow.nextPage();
    if (tag === 'TH' || heightOf(this.heading.lines) > flow.body * REPEATED_HEADING) return;
    this.drawPart(this.heading, { from: 0, count: this.heading.lines }, (_, draw) =>
      tags.artifact('Pagination', () => draw(drawnOnly)),
    );
  }

  private drawPart(row: MeasuredRow, part: { from: number; count: number }, within: Within): void {
    const { file, flow, tags, say } = this.press;
    const height = heightOf(part.count);
    tags.artifact('Layout', () => file.addContent(this.borders(flow.y, height)));
    for (const [index, { left, width }] of this.columns.entries()) {
      const lines = (row.cells[index] ?? []).slice(part.from, part.from + part.count);
      const place = { left: left + PADDING_X, top: flow.y + PADDING_Y, width, size: tableText.size };
      if (lines.length > 0) within(index, (element) => drawLines(file, lines, place, element, say));
    }
    flow.y += height;
  }

  private borders(top: number, height: number): string {
    const cells = this.columns.map(
      ({ left, width }) => `${points(left)} ${points(top)} ${points(width)} ${points(height)} re`,
    );
    return `q ${BORDER}\n${cells.join('\n')} S Q`;
  }
}

/** Draws a cell's lines into the element that they are read as. */
type Within = (column: number, draw: (element: TaggedElement) => void) => void;

const heightOf = (lines: number): number => lines * LINE + 2 * PADDING_Y;
