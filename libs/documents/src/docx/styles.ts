import type { Language } from '#lib/kernel';
import { locales } from '#lib/localisation';
import { WORD_NAMESPACE } from './package-parts.js';

const FONT = 'Noto Sans';

interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  /** Half points. */
  readonly size: number;
  /** Twentieths of a point. */
  readonly before: number;
  readonly after: number;
  readonly outline?: number;
  readonly centred?: boolean;
  readonly bold?: boolean;
}

const heading = (level: 1 | 2 | 3, size: number): ParagraphStyle => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  size,
  before: level === 1 ? 0 : 240,
  after: 120,
  outline: level - 1,
  bold: true,
});

const paragraphStyles: readonly ParagraphStyle[] = [
  heading(1, 28),
  heading(2, 24),
  heading(3, 22),
  { id: 'FormCaption', name: 'Form caption', size: 17, before: 0, after: 200 },
  { id: 'TableText', name: 'Table text', size: 18, before: 20, after: 20 },
  { id: 'TableHeading', name: 'Table heading', size: 18, before: 20, after: 20, bold: true },
  { id: 'Footer', name: 'footer', size: 15, before: 0, after: 0, centred: true },
];

function paragraphStyle(style: ParagraphStyle): string {
  const properties =
    (style.bold ? '<w:keepNext/>' : '') +
    `<w:spacing w:before="${style.before}" w:after="${style.after}"/>` +
    (style.centred ? '<w:jc w:val="center"/>' : '') +
    (style.outline === undefined ? '' : `<w:outlineLvl w:val="${style.outline}"/>`);
  return (
    `<w:style w:type="paragraph" w:styleId="${style.id}"><w:name w:val="${style.name}"/><w:basedOn w:val="Normal"/>` +
    `<w:qFormat/><w:pPr>${properties}</w:pPr><w:rPr>${style.bold ? '<w:b/><w:bCs/>' : ''}` +
    `<w:sz w:val="${style.size}"/><w:szCs w:val="${style.size}"/></w:rPr></w:style>`
  );
}

const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="595959"/>`;

const tableStyle =
  '<w:style w:type="table" w:default="1" w:styleId="GridTable"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>' +
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('') +
  '</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>' +
  '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';

/** The style part: one font that has every Kazakh letter, the document's language for spelling and for screen readers. */
export function styles(language: Language): string {
  const tag = locales[language];
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="${WORD_NAMESPACE}"><w:docDefaults>` +
    `<w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/>` +
    `<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    `${paragraphStyles.map(paragraphStyle).join('')}${tableStyle}</w:styles>`
  );
}
