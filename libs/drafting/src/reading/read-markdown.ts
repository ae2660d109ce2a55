import type { Language } from '#lib/kernel';
import { type Token, lexer } from 'marked';
import { DraftFileRefused } from './draft-file-refused.js';
import { clauseLabel } from './labels.js';
import { plainText } from './plain-text.js';
import { type LanguageReading, type ReadBlock, type ReadingFault, type ReadingNotice, rowOf } from './reading.js';
import { structure } from './structure.js';

/** Characters. The longest codes of law stay well below it. */
const MAX_LENGTH = 2_000_000;

/**
 * Reads one language of a draft from Markdown: headings are sections, numbered paragraphs are clauses with the number as
 * written; rows are told by their line.
 * @throws DraftFileRefused when the text is longer than two million characters
 */
export function readMarkdown(markdown: string, language: Language): LanguageReading {
  if (markdown.length > MAX_LENGTH) throw new DraftFileRefused('too-big', MAX_LENGTH);
  const reader = new MarkdownReader(language);
  let line = 1;
  for (const token of lexer(markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))) {
    reader.read(token, line);
    line += token.raw.split('\n').length - 1;
  }
  return structure(reader, language);
}

class MarkdownReader {
  readonly blocks: ReadBlock[] = [];
  readonly faults: ReadingFault[] = [];
  readonly notices: ReadingNotice[] = [];

  constructor(private readonly language: Language) {}

  read(token: Token, line: number): void {
    switch (token.type) {
      case 'space':
      case 'hr':
      case 'def':
        return;
      case 'heading':
        return this.add('heading', Number(token.depth), String(token.text), line);
      case 'table':
        return this.rows(token.raw, line);
      case 'html':
        if (!/^\s*<!--[\s\S]*?-->\s*$/.test(token.raw)) this.fault(token.raw, line);
        return;
      default:
        return this.lines(token.raw, line);
    }
  }

  /** Paragraphs and lists alike by their lines: Markdown would renumber a list and swallow a `3-1.` into the item before. */
  private lines(raw: string, start: number): void {
    let gathered = '';
    let at = start;
    const flush = () => {
      if (gathered.trim() !== '') this.add('text', 0, gathered, at);
      gathered = '';
    };
    for (const [offset, line] of raw.split('\n').entries()) {
      const words = line.replace(/^[\s>]*/, '').replace(/^[-*+]\s+/, '– ');
      const begins =
        words === '' || words.startsWith('– ') || /^(```|~~~)/.test(words) || clauseLabel(words).label !== '';
      if (begins) flush();
      if (/^(```|~~~)/.test(words)) continue;
      if (gathered === '') at = start + offset;
      gathered += gathered === '' ? words : `\n${words}`;
    }
    flush();
  }

  /** A table's row becomes one line of text, its cells parted by bars. */
  private rows(raw: string, start: number): void {
    for (const [offset, row] of raw.split('\n').entries()) {
      const cells = row
        .replace(/^\s*\|/, '')
        .replace(/\|\s*$/, '')
        .split(/(?<!\\)\|/);
      if (row.trim() === '' || cells.every((cell) => /^\s*:?-+:?\s*$/.test(cell))) continue;
      this.add('text', 0, cells.map((cell) => cell.trim()).join(' | '), start + offset);
    }
  }

  private add(kind: ReadBlock['kind'], level: number, markdown: string, at: number): void {
    const label = kind === 'text' ? clauseLabel(markdown) : { label: '', text: markdown };
    const words = plainText(label.text);
    if (words.hasImage) {
      this.notices.push({ code: 'image-left-out', language: this.language, at, row: rowOf(label.label, words.text) });
    }
    if (words.hasMarkup) this.fault(markdown, at);
    // A line end inside a paragraph is a blank; only a hard break parts lines.
    const text = words.text.replace(/(?<!\n)\n(?!\n)/g, ' ');
    this.blocks.push({ kind, level, ...(label.label ? { label: label.label } : {}), text, at });
  }

  private fault(row: string, at: number): void {
    this.faults.push({ code: 'markup-not-read', language: this.language, at, row: rowOf('', row) });
  }
}
