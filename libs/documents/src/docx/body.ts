import { columnWidths } from '../column-widths.js';
import { type Block, type Document, type Row, type Run, type Table, type Text, runsOf } from '../document.js';
import { linesOf } from '../lines-of.js';
import { rowsOf } from '../rows-of.js';
import { xmlText } from '../xml-text.js';
import { documentStart } from './package-parts.js';

// A4 with 2 cm margins, in twentieths of a point.
const SHORT_SIDE = 11_906;
const LONG_SIDE = 16_838;
const MARGIN = 1_134;

const documentEnd = (isLandscape: boolean): string =>
  '<w:sectPr><w:footerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'w:type="default" r:id="rId3"/>' +
  (isLandscape
    ? `<w:pgSz w:w="${LONG_SIDE}" w:h="${SHORT_SIDE}" w:orient="landscape"/>`
    : `<w:pgSz w:w="${SHORT_SIDE}" w:h="${LONG_SIDE}"/>`) +
  `<w:pgMar w:top="${MARGIN}" w:right="${MARGIN}" w:bottom="${MARGIN}" w:left="${MARGIN}" ` +
  'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>';

/** The main part, piece by piece; a table's rows are asked for only as they are written. */
export async function* bodyXml(document: Document): AsyncGenerator<string> {
  const isLandscape = document.orientation === 'landscape';
  const textWidth = (isLandscape ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
  yield documentStart;
  for await (const block of document.blocks) yield* blockXml(block, textWidth);
  yield documentEnd(isLandscape);
}

async function* blockXml(block: Block, textWidth: number): AsyncGenerator<string> {
  switch (block.kind) {
    case 'heading':
      yield paragraphXml(block.text, `Heading${block.level}`, block.align);
      break;
    case 'paragraph':
      yield paragraphXml(block.text, block.style === 'caption' ? 'FormCaption' : undefined, block.align);
      break;
    case 'table':
      yield* tableXml(block, textWidth);
      break;
  }
}

async function* tableXml(table: Table, textWidth: number): AsyncGenerator<string> {
  const widths = columnWidths(table.columns, textWidth);
  yield (
    '<w:tbl><w:tblPr><w:tblStyle w:val="GridTable"/>' +
    `<w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>' +
    `<w:tblCaption w:val="${xmlText(table.title)}"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
  );
  const headings = table.columns.map((column) => column.heading);
  yield rowXml(headings, widths, 'TableHeading', '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>');
  for await (const row of rowsOf(table)) yield rowXml(row, widths, 'TableText', '');
  // Word needs a paragraph between a table and what follows, be it a table or the end.
  yield '</w:tbl><w:p/>';
}

function rowXml(row: Row, widths: readonly number[], style: string, properties: string): string {
  const cells = row.map(
    (text, index) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/></w:tcPr>${paragraphXml(text, style)}</w:tc>`,
  );
  return `<w:tr>${properties}${cells.join('')}</w:tr>`;
}

function paragraphXml(text: Text, style?: string, align?: 'center' | 'end'): string {
  const properties = (style ? `<w:pStyle w:val="${style}"/>` : '') + (align ? `<w:jc w:val="${align}"/>` : '');
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runsOf(text).map(runXml).join('')}</w:p>`;
}

function runXml(run: Run): string {
  const properties =
    (run.bold ? '<w:b/><w:bCs/>' : '') +
    (run.italic ? '<w:i/><w:iCs/>' : '') +
    (run.mark === 'removed' ? '<w:strike/>' : '') +
    (run.mark === 'added' ? '<w:u w:val="single"/>' : '') +
    (run.superscript ? '<w:vertAlign w:val="superscript"/>' : '');
  const lines = linesOf(run.text).map(lineXml);
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${lines.join('<w:br/>')}</w:r>`;
}

const lineXml = (line: string): string =>
  line
    .split('\t')
    .map((piece) => (piece === '' ? '' : `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`))
    .join('<w:tab/>');
