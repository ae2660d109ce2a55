import { SaxesParser } from 'saxes';
import { CleaningFailed } from '../domain/file-check.js';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** By their names with prefix. */
  readonly attributes: Record<string, string>;
}

export interface XmlEdits {
  /** Changes attributes in place; false drops the element with all in it. */
  element(element: XmlElement): boolean;
  /** The text of an element that has nothing but text. */
  text?(element: string, text: string): string;
}

const DEEPEST = 500;
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * The part with the edits made, its comments and processing instructions gone; undefined when there was nothing to change.
 * @throws CleaningFailed DAMAGED for what is not XML in UTF-8, or has a document type
 */
export function rewriteXml(bytes: Buffer, edits: XmlEdits): Buffer | undefined {
  const rewriting = new Rewriting(edits);
  const parser = new SaxesParser({ xmlns: false, position: false });
  const fail = (): never => {
    throw new CleaningFailed('DAMAGED');
  };
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('comment', () => rewriting.drop());
  parser.on('processinginstruction', () => rewriting.drop());
  parser.on('opentag', ({ name, attributes }) => rewriting.open(name, attributes));
  parser.on('closetag', ({ name }) => rewriting.close(name));
  parser.on('text', (text) => rewriting.text(text));
  parser.on('cdata', (text) => rewriting.text(text));
  parser.write(utf8(bytes));
  parser.close();
  return rewriting.isChanged ? Buffer.from(rewriting.written()) : undefined;
}

function utf8(bytes: Buffer): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!/^<\?xml[^>]*encoding=["'](?!utf-8["'])/i.test(text)) return text;
  } catch {
    // Told below.
  }
  throw new CleaningFailed('DAMAGED');
}

class Rewriting {
  isChanged = false;
  private readonly pieces: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  private readonly names: string[] = [];
  /** How deep the element that is being dropped stands; 0 when none is. */
  private droppedAt = 0;

  constructor(private readonly edits: XmlEdits) {}

  open(name: string, given: Readonly<Record<string, string>>): void {
    this.names.push(localName(name));
    if (this.names.length > DEEPEST) throw new CleaningFailed('DAMAGED');
    if (this.droppedAt > 0) return;
    const attributes = { ...given };
    if (!this.edits.element({ name: localName(name), attributes })) {
      this.droppedAt = this.names.length;
      this.isChanged = true;
      return;
    }
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value, true)}"`);
    this.isChanged ||= JSON.stringify(attributes) !== JSON.stringify(given);
    this.pieces.push(`<${name}${written.join('')}>`);
  }

  close(name: string): void {
    const isDropped = this.droppedAt > 0;
    if (this.droppedAt === this.names.length) this.droppedAt = 0;
    this.names.pop();
    if (!isDropped) this.pieces.push(`</${name}>`);
  }

  text(text: string): void {
    if (this.droppedAt > 0) return;
    const edited = this.edits.text?.(this.names.at(-1) ?? '', text) ?? text;
    this.isChanged ||= edited !== text;
    this.pieces.push(escaped(edited));
  }

  drop(): void {
    this.isChanged = true;
  }

  written(): string {
    return this.pieces.join('');
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const inAttributes: Readonly<Record<string, string>> = { '\t': '&#9;', '\n': '&#10;' };

function escaped(text: string, isAttribute = false): string {
  const safe = text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign).replaceAll('\r', '&#13;');
  return isAttribute ? safe.replaceAll(/[\t\n]/g, (sign) => inAttributes[sign] ?? sign) : safe;
}
