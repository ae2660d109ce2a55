import { Lexer, type Token } from 'marked';

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  sect: '§',
};

export interface PlainText {
  readonly text: string;
  readonly hasImage: boolean;
  /** HTML other than a line break was met: its words cannot be told from its marks, so nothing is guessed. */
  readonly hasMarkup: boolean;
}

/** The words of inline Markdown without its marks; a hard break is a line feed. */
export function plainText(markdown: string): PlainText {
  const seen = { hasImage: false, hasMarkup: false };
  const text = (tokens: readonly Token[]): string =>
    tokens
      .map((token): string => {
        switch (token.type) {
          case 'br':
            return '\n';
          case 'image':
            seen.hasImage = true;
            return '';
          case 'html':
            if (/^<br\s*\/?>$/i.test(token.raw)) return '\n';
            if (!token.raw.startsWith('<!--')) seen.hasMarkup = true;
            return '';
          case 'escape':
          case 'codespan':
            return String(token.text);
          default:
            if ('tokens' in token && token.tokens) return text(token.tokens);
            return decoded('text' in token ? String(token.text) : token.raw);
        }
      })
      .join('');
  return { text: text(Lexer.lexInline(markdown)).trim(), ...seen };
}

const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (entity, decimal?: string, hex?: string, name = '') => {
      if (decimal === undefined && hex === undefined) return named[String(name).toLowerCase()] ?? entity;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : entity;
    },
  );
