import { inflateSync } from 'node:zlib';

export type PdfValue = string | number | boolean | null | Ref | Text | PdfValue[] | { [key: string]: PdfValue };

/** A reference to another object of the file. */
export class Ref {
  constructor(readonly id: number) {}
}

/** A text string, decoded; names are plain strings. */
export class Text {
  constructor(readonly text: string) {}
}

export interface PdfObjects {
  readonly trailer: PdfValue;
  /** What a value refers to. */
  resolve(value: PdfValue | undefined): PdfValue | undefined;
  /** The unpacked stream of an object. */
  streamOf(value: PdfValue | undefined): string;
}

/** The objects of a PDF by its table of offsets, read without the program that wrote it. Knows what our files contain. */
export function pdfObjects(bytes: Buffer): PdfObjects {
  const source = bytes.toString('latin1');
  const table = Number(/startxref\n(\d+)\n%%EOF\n?$/.exec(source)?.[1]);
  const entries = [...source.slice(table).matchAll(/^(\d{10}) (\d{5}) ([nf]) $/gm)];
  const offsets = entries.map(([, offset]) => Number(offset));
  const at = (ref: Ref): { value: PdfValue; end: number } => {
    const head = `${ref.id} 0 obj\n`;
    const start = offsets[ref.id] ?? -1;
    if (!source.startsWith(head, start)) throw new Error(`object ${ref.id} is not where the table says`);
    const parser = new Parser(source, start + head.length);
    return { value: parser.value(), end: parser.at };
  };
  const resolve = (value: PdfValue | undefined) => (value instanceof Ref ? at(value).value : value);
  return {
    trailer: new Parser(source, source.indexOf('trailer', table) + 7).value(),
    resolve,
    streamOf(value) {
      if (!(value instanceof Ref)) throw new Error('a stream stands in an object of its own');
      const { value: dictionary, end } = at(value);
      const start = source.indexOf('stream\n', end) + 7;
      const length = Number(resolve(field(dictionary, 'Length')));
      const stream = bytes.subarray(start, start + length);
      return (field(dictionary, 'Filter') === 'FlateDecode' ? inflateSync(stream) : stream).toString('latin1');
    },
  };
}

export function field(value: PdfValue | undefined, key: string): PdfValue | undefined {
  return value && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Ref || value instanceof Text)
    ? value[key]
    : undefined;
}

export const nameOf = (value: PdfValue | undefined): string => (typeof value === 'string' ? value : '(no name)');

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads one value after the other. */
export class Parser {
  constructor(
    private readonly source: string,
    public at: number,
  ) {}

  value(): PdfValue {
    this.match(/\s*/y);
    if (this.match(/<</y)) return this.dictionary();
    if (this.match(/\[/y)) return this.array();
    if (this.match(/\(/y)) return this.text();
    const hex = this.match(/<([0-9A-Fa-f]*)>/y);
    if (hex) return new Text(Buffer.from(hex[1] ?? '', 'hex').toString('latin1'));
    const ref = this.match(/(\d+) 0 R/y);
    if (ref) return new Ref(Number(ref[1]));
    const name = this.match(/\/([^\s/<>[\]()]*)/y);
    if (name) return name[1] ?? '';
    const word = this.match(/[^\s/<>[\]()]+/y)?.[0] ?? '';
    if (word === '' || word === 'null') return null;
    return word === 'true' || word === 'false' ? word === 'true' : Number(word);
  }

  private dictionary(): { [key: string]: PdfValue } {
    const result: { [key: string]: PdfValue } = {};
    while (!this.match(/\s*>>/y)) result[nameOf(this.value())] = this.value();
    return result;
  }

  private array(): PdfValue[] {
    const result: PdfValue[] = [];
    while (!this.match(/\s*\]/y)) result.push(this.value());
    return result;
  }

  private text(): Text {
    let text = '';
    for (let part = this.match(/[^\\)]|\\[^]/y); part; part = this.match(/[^\\)]|\\[^]/y)) {
      text += part[0].length > 1 ? (ESCAPES[part[0].charAt(1)] ?? part[0].charAt(1)) : part[0];
    }
    this.at += 1;
    if (!text.startsWith('\xFE\xFF')) return new Text(text);
    return new Text(new TextDecoder('utf-16be').decode(Buffer.from(text.slice(2), 'latin1')));
  }

  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}
