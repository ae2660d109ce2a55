import { type Run, type Text, runsOf } from '../document.js';
import { linesOf } from '../lines-of.js';
import type { Line, MakePiece } from './line.js';
import { LineBuilder } from './line-builder.js';
import type { TextStyle } from './measures.js';
import type { Typefaces } from './typeface.js';

const BLANKS_AND_WORDS = /[ \t]+|[^ \t]+/g;
/** After a hyphen, dash or slash between words of two letters at least: "126-бұйрық" and "р/с" stay whole. */
const BREAK = /(?<=\p{L}\p{L}[-\u2010\u2013\u2014/]|\u200B)(?=\p{L}\p{L})/u;
/** A word of more characters is not measured whole, for shaping takes the square of its length: it is broken where the line ends. */
const LONGEST_WORD = 100;
const TAB = '    ';
const MOST_BLANKS = 80;

/** The lines of a text in a column of the given width. A word longer than the column is broken between two characters. */
export function breakLines(text: Text, style: TextStyle, width: number, typefaces: Typefaces): Line[] {
  const lines = new LineBuilder(width);
  for (const run of runsOf(text)) {
    const make = pieceMaker(run, style, typefaces);
    for (const [index, line] of linesOf(run.text).entries()) {
      if (index > 0) lines.endLine(make(' '));
      addTokens(lines, line.match(BLANKS_AND_WORDS) ?? [], make);
    }
  }
  return lines.finish();
}

function addTokens(lines: LineBuilder, tokens: readonly string[], make: MakePiece): void {
  for (const [index, token] of tokens.entries()) {
    if (!/^[ \t]/.test(token)) addWord(lines, token, make);
    else if (token === ' ' && joinsNumber(tokens[index - 1] ?? '', tokens[index + 1] ?? '')) lines.addWord(token, make);
    else lines.addBlank(make(token.replaceAll('\t', TAB).slice(0, MOST_BLANKS)));
  }
}

/** A number stays with its sign: № 126, 500 ₸. */
const joinsNumber = (before: string, after: string): boolean =>
  (before.endsWith('№') && /^\p{N}/u.test(after)) || (/\p{N}$/u.test(before) && after.startsWith('₸'));

function addWord(lines: LineBuilder, word: string, make: MakePiece): void {
  for (const [index, part] of word.split(BREAK).entries()) {
    if (index > 0) lines.mayBreak();
    if (part.length > LONGEST_WORD) lines.addLongWord(part, make);
    else lines.addWord(part, make);
  }
}

function pieceMaker(run: Run, style: TextStyle, typefaces: Typefaces): MakePiece {
  const typeface = typefaces.of({ bold: style.bold || run.bold, italic: run.italic });
  const size = run.superscript ? style.size * 0.65 : style.size;
  const rise = run.superscript ? style.size * 0.35 : 0;
  return (text) => {
    const { runs, width } = typeface.encode(text);
    return { typeface, size, rise, run, text, glyphs: runs, width: width * size };
  };
}
