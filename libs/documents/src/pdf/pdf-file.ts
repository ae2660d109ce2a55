import type { Readable } from 'node:stream';
import Pdfkit from 'pdfkit';
import { locales } from '#lib/localisation';
import type { Document } from '../document.js';
import { xmlText } from '../xml-text.js';

/** An object of the file: what stands in `data` is written when it ends, and is nobody's need afterwards. */
export interface PdfObject {
  data: Record<string, unknown>;
  write(content: string): void;
  end(): void;
}

export interface GlyphPosition {
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  readonly advanceWidth: number;
}

export interface PdfFont {
  readonly id: string;
  /** From units of the font to thousandths of its size. */
  readonly scale: number;
  readonly font: {
    hasGlyphForCodePoint(codePoint: number): boolean;
    /** In units of the font. */
    layout(
      text: string,
      features: undefined,
      script: string,
    ): { glyphs: { id: number }[]; positions: { xAdvance: number; xOffset: number; yOffset: number }[] };
  };
  ref(): PdfObject;
  /** Glyphs as hexadecimal numbers and where they stand, in thousandths of the font size. */
  encode(text: string): [glyphs: string[], positions: GlyphPosition[]];
}

export interface PdfElement {
  readonly dictionary: PdfObject;
  add(child: unknown): unknown;
  end(): void;
}

export interface PdfOutline {
  addItem(title: string, options: { top: number; expanded: boolean }): PdfOutline;
}

/** What we use of pdfkit 0.20.2, which its published types know in part only. */
export interface PdfFile extends Readable {
  readonly page: {
    readonly fonts: Record<string, PdfObject>;
    readonly xobjects: Record<string, PdfObject>;
    readonly dictionary: PdfObject;
  };
  readonly outline: PdfOutline;
  readonly _root: { readonly data: { readonly Pages: PdfObject } };
  readonly _font: PdfFont;
  addPage(): void;
  font(path: string): void;
  ref(data: Record<string, unknown>): PdfObject;
  addContent(operators: string): void;
  struct(type: string, options: { title?: string; actual?: string; scope?: string }): PdfElement;
  addStructure(element: PdfElement): void;
  markStructureContent(type: string, options?: { actual?: string }): unknown;
  markContent(tag: string, options: { type?: string; actual?: string }): void;
  endMarkedContent(): void;
  end(): void;
}

export const catalogOf = ({ _root: root }: PdfFile): PdfFile['_root']['data'] => root.data;
/** The font that was named last. */
export const fontOf = ({ _font: font }: PdfFile): PdfFont => font;

/** pdfkit puts the title into the XMP packet as it is, which takes markup for markup: there it reads the text form of it. */
class Title extends String {
  override toString(): string {
    return xmlText(this.valueOf());
  }
}

/** The dates are those of the data and the name of the program stands still, so equal documents give equal bytes. */
export function openPdf(document: Document, isTagged: boolean): PdfFile {
  const { language, title, madeAt, orientation = 'portrait' } = document;
  // Its published types know no PDF/UA yet.
  const accessible: object = isTagged ? { subset: 'PDF/UA', tagged: true } : {};
  return new Pdfkit({
    pdfVersion: '1.7',
    size: 'A4',
    layout: orientation,
    margin: 0,
    autoFirstPage: false,
    font: '',
    fontLayoutCache: false,
    lang: locales[language],
    displayTitle: true,
    info: { Title: new Title(title) as string, CreationDate: new Date(madeAt) },
    ...accessible,
  }) as unknown as PdfFile;
}
