import {
  type Block,
  type Column,
  type Document,
  type Row,
  type Run,
  type Table,
  type Text,
  runsOf,
} from '../document.js';
import { documentStart } from './package-parts.js';
import { xmlText } from './xml-text.js';

// A4 portrait with 2 cm margins, in twentieths of a point.
const PAGE_WIDTH = 11_906;
const PAGE_HEIGHT = 16_838;
const MARGIN = 1_134;
const TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;

const documentEnd =
  '<w:sectPr><w:footerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  `w:type="default" r:id="rId3"/><w:pgSz w:w="${PAGE_WIDTH}" w:h="${PAGE_HEIGHT}"/>` +
  `<w:pgMar w:top="${MARGIN}" w:right="${MARGIN}" w:bottom="${MARGIN}" w:left="${MARGIN}" ` +
  'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>';

/** The main part, piece by piece; a table's rows are asked for only as they are written. */
export async function* bodyXml(document: Document): AsyncGenerator<string> {
  yield documentStart;
  for await (const block of document.blocks) yield* blockXml(block);
  yield documentEnd;
}

async function* blockXml(block: Block): AsyncGenerator<string> {
  switch (block.kind) {
    case 'heading':
      yield paragraphXml(block.text, `Heading${block.level}`, block.align);
      break;
    case 'paragraph':
      yield paragraphXml(block.text, block.style === 'caption' ? 'FormCaption' : undefined, block.align);
      break;
    case 'table':
      yield* tableXml(block);
      break;
  }
}

async function* tableXml(table: Table): AsyncGenerator<string> {
  const widths = columnWidths(table.columns);
  yield (
    '<w:tbl><w:tblPr><w:tblStyle w:val="GridTable"/>' +
    `<w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>' +
    `<w:tblCaption w:val="${xmlText(table.title)}"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  );
  const headings = table.columns.map((column) => column.heading);
  yield rowXml(headings, widths, 'TableHeading', '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>');
  for await (const row of table.rows) yield rowXml(row, widths, 'TableText', '');
  // Word needs a paragraph between a table and what follows, be it a table or the end.
  yield '</w:tbl><w:p/>';
}

function rowXml(row: Row, widths: readonly number[], style: string, properties: string): string {
  if (row.length !== widths.length) {
    throw new RangeError(`a row of ${row.length} cells in a table of ${widths.length} columns`);
  }
  const cells = row.map(
    (text, index) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/></w:tcPr>${paragraphXml(text, style)}</w:tc>`,
  );
  return `<w:tr>${properties}${cells.join('')}</w:tr>`;
}

/** The page's width shared out by the columns' shares; what rounding leaves goes to the last column. */
function columnWidths(columns: readonly Column[]): number[] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  if (!(sum > 0)) throw new RangeError('a table needs columns with a width');
  const widths = columns.slice(0, -1).map((column) => Math.round((column.width / sum) * TEXT_WIDTH));
  return [...widths, TEXT_WIDTH - widths.reduce((total, width) => total + width, 0)];
}

function paragraphXml(text: Text, style?: string, align?: 'center' | 'end'): string {
  const properties = (style ? `<w:pStyle w:val="${style}"/>` : '') + (align ? `<w:jc w:val="${align}"/>` : '');
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runsOf(text).map(runXml).join('')}</w:p>`;
}

function runXml(run: Run): string {
  const properties =
    (run.bold ? '<w:b/><w:bCs/>' : '') +
    (run.italic ? '<w:i/><w:iCs/>' : '') +
    (run.superscript ? '<w:vertAlign w:val="superscript"/>' : '');
  const lines = run.text.split(/\r\n|[\r\n\u2028\u2029]/).map(lineXml);
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${lines.join('<w:br/>')}</w:r>`;
}

const lineXml = (line: string): string =>
  line
    .split('\t')
    .map((piece) => (piece === '' ? '' : `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`))
    .join('<w:tab/>');
