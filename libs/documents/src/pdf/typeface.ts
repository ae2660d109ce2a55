import { createRequire } from 'node:module';
import { PairShaping } from './pair-shaping.js';
import { type PdfFile, type PdfFont, fontOf } from './pdf-file.js';

export interface GlyphRun {
  /** Above the baseline, in sizes: an accent that has no letter of its own. */
  readonly rise: number;
  /** Operands of TJ: glyphs and the distances between them. */
  readonly glyphs: string;
}

export interface EncodedText {
  readonly runs: readonly GlyphRun[];
  /** In sizes. */
  readonly width: number;
}

/** Enough for the words of a language in use; of more those that came last are kept, so that memory does not grow with the text. */
const KNOWN_WORDS = 25_000;
const LONGEST_KNOWN = 60;

/** Leave no trace on paper: soft hyphens, joiners, byte order marks, variation selectors. */
const INVISIBLE = /\u00AD|\u034F|[\u200B-\u200D\u2060\uFEFF]|\p{Variation_Selector}/gu;
/** Turn the direction of what follows, or are no characters at all: they are shown, not obeyed. */
const UNSHOWABLE = /[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2061-\u206F]/gu;
const REPLACEMENT = '\uFFFD';

/** One style of Noto Sans in one file. What the font lacks is shown as U+FFFD, so that nothing vanishes unseen. */
export class Typeface {
  private known = new Map<string, EncodedText>();
  private knownBefore = new Map<string, EncodedText>();
  private readonly shaping: PairShaping;

  constructor(private readonly font: PdfFont) {
    this.shaping = new PairShaping(font);
  }

  get id(): string {
    return this.font.id;
  }

  get reference() {
    return this.font.ref();
  }

  encode(text: string): EncodedText {
    const known = this.known.get(text);
    if (known) return known;
    const encoded = this.knownBefore.get(text) ?? this.encodeAnew(text);
    if (text.length <= LONGEST_KNOWN) this.remember(text, encoded);
    return encoded;
  }

  private remember(text: string, encoded: EncodedText): void {
    if (this.known.size >= KNOWN_WORDS) {
      this.knownBefore = this.known;
      this.known = new Map();
    }
    this.known.set(text, encoded);
  }

  private encodeAnew(text: string): EncodedText {
    const shown = text.normalize('NFC').replace(INVISIBLE, '').replace(UNSHOWABLE, REPLACEMENT);
    let printable = '';
    for (const character of shown) {
      printable += this.font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : REPLACEMENT;
    }
    return asRuns(...(this.shaping.encode(printable) ?? this.font.encode(printable)));
  }
}

function asRuns(glyphs: string[], positions: ReturnType<PdfFont['encode']>[1]): EncodedText {
  const runs: { rise: number; glyphs: string }[] = [];
  let width = 0;
  for (const [index, { xAdvance, xOffset, yOffset, advanceWidth }] of positions.entries()) {
    const rise = yOffset / 1000;
    let run = runs.at(-1);
    if (run?.rise !== rise) runs.push((run = { rise, glyphs: '' }));
    const before = xOffset === 0 ? '' : thousandths(-xOffset);
    const after = advanceWidth - xAdvance + xOffset;
    run.glyphs += `${before}<${glyphs[index]}>${after === 0 ? '' : thousandths(after)}`;
    width += xAdvance;
  }
  return { runs: runs.map((run) => ({ ...run, glyphs: run.glyphs.replaceAll('><', '') })), width: width / 1000 };
}

const thousandths = (distance: number): string => ` ${Math.round(distance * 1000) / 1000} `;

const weights = {
  regular: '400Regular/NotoSans_400Regular',
  bold: '700Bold/NotoSans_700Bold',
  italic: '400Regular_Italic/NotoSans_400Regular_Italic',
  boldItalic: '700Bold_Italic/NotoSans_700Bold_Italic',
};

const require = createRequire(import.meta.url);

/** The styles of Noto Sans in one file, each opened when the first text needs it. */
export class Typefaces {
  private readonly opened = new Map<string, Typeface>();

  constructor(private readonly file: PdfFile) {}

  of({ bold = false, italic = false }: { bold?: boolean; italic?: boolean }): Typeface {
    const weight = bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular';
    const known = this.opened.get(weight);
    if (known) return known;
    this.file.font(require.resolve(`@expo-google-fonts/noto-sans/${weights[weight]}.ttf`));
    const typeface = new Typeface(fontOf(this.file));
    this.opened.set(weight, typeface);
    return typeface;
  }
}
