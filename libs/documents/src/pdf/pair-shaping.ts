import type { GlyphPosition, PdfFont } from './pdf-file.js';

/** What stands one by one beside its neighbour: letters without marks upon them, digits and punctuation. */
const ONE_BY_ONE = /^[!-~«»–—…№₸\u0400-\u0482\u048A-\u04FF]{2,}$/;
const FIRST_LETTER = /([A-Za-z])|[\u0400-\u0482\u048A-\u04FF]/;

interface Letter {
  readonly id: number;
  readonly advance: number;
}

/**
 * The glyphs of a plain word from what is known of each two neighbours, in place of shaping the word anew: a report of a million
 * remarks has as many numbers that were never seen before. A word in which two neighbours become one glyph, or stand otherwise than
 * side by side, is left to the font.
 */
export class PairShaping {
  /** By script and pair: what the second takes from the advance of the first; undefined when shaping does more than that. */
  private readonly pairs = new Map<string, number | undefined>();
  private readonly letters = new Map<string, Letter>();
  private readonly encoded = new Map<string, [glyph: string, position: GlyphPosition]>();

  constructor(private readonly font: PdfFont) {}

  /** As the font would encode it; undefined when that has to be asked. */
  encode(word: string): [glyphs: string[], positions: GlyphPosition[]] | undefined {
    if (!ONE_BY_ONE.test(word)) return undefined;
    const script = scriptOf(word);
    const kernings: number[] = [];
    for (let at = 1; at < word.length; at += 1) {
      const kerning = this.kerningOf(script, word.charAt(at - 1), word.charAt(at));
      if (kerning === undefined) return undefined;
      kernings.push(kerning);
    }
    const glyphs: string[] = [];
    const positions: GlyphPosition[] = [];
    for (const [at, character] of [...word].entries()) {
      const [glyph, position] = this.encodedLetter(character);
      const kerning = kernings[at] ?? 0;
      glyphs.push(glyph);
      positions.push(kerning === 0 ? position : { ...position, xAdvance: position.xAdvance + kerning });
    }
    return [glyphs, positions];
  }

  private kerningOf(script: string, first: string, second: string): number | undefined {
    const key = `${script}${first}${second}`;
    if (this.pairs.has(key)) return this.pairs.get(key);
    const kerning = this.measured(script, first, second);
    this.pairs.set(key, kerning);
    return kerning;
  }

  private measured(script: string, first: string, second: string): number | undefined {
    const { glyphs, positions } = this.font.font.layout(first + second, undefined, script);
    const letters = [this.letter(script, first), this.letter(script, second)] as const;
    const isSideBySide =
      glyphs.length === 2 &&
      letters.every(({ id }, index) => glyphs[index]?.id === id) &&
      positions.every(({ xOffset, yOffset }) => xOffset === 0 && yOffset === 0) &&
      positions[1]?.xAdvance === letters[1].advance;
    return isSideBySide ? ((positions[0]?.xAdvance ?? 0) - letters[0].advance) * this.font.scale : undefined;
  }

  private letter(script: string, character: string): Letter {
    const key = script + character;
    const known = this.letters.get(key);
    if (known) return known;
    const { glyphs, positions } = this.font.font.layout(character, undefined, script);
    const letter = { id: glyphs[0]?.id ?? 0, advance: positions[0]?.xAdvance ?? 0 };
    this.letters.set(key, letter);
    return letter;
  }

  /** Asked of the font when a word has it first, so that the file numbers its glyphs in the order in which they come. */
  private encodedLetter(character: string): [string, GlyphPosition] {
    const known = this.encoded.get(character);
    if (known) return known;
    const [[glyph], [position]] = this.font.encode(character);
    if (glyph === undefined || position === undefined) throw new Error('a character was encoded as nothing');
    this.encoded.set(character, [glyph, position]);
    return [glyph, position];
  }
}

/** The script of the whole word, as the font finds it: that of its first letter. */
function scriptOf(word: string): string {
  const found = FIRST_LETTER.exec(word);
  if (!found) return 'zzzz';
  return found[1] === undefined ? 'cyrl' : 'latn';
}
