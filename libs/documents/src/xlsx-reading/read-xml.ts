import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { XlsxRefused } from './xlsx-refused.js';

export type Attributes = Readonly<Record<string, string>>;

/** Told of every element by its name without a prefix. Text comes in pieces. */
export interface XmlEvents {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Deeper or richer elements are in no workbook; without a bound they would fill the memory. */
const DEEPEST = 100;
const MOST_ATTRIBUTES = 200;
/** Read at a time: other work of the process gets its turn in between. */
const STRETCH = 64 * 1024;

/**
 * Reads a part event by event. Nothing is fetched and no entity but the five of XML is known.
 * @throws XlsxRefused unsafe-xml for a document type, damaged for what is not XML
 */
export async function readXml(xml: string, events: XmlEvents): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let attributes = 0;
  const text = (piece: string): void => events.text?.(piece);
  parser.on('error', () => {
    throw new XlsxRefused('damaged');
  });
  parser.on('doctype', () => {
    throw new XlsxRefused('unsafe-xml');
  });
  parser.on('opentagstart', () => {
    attributes = 0;
    depth += 1;
    if (depth > DEEPEST) throw new XlsxRefused('damaged');
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) throw new XlsxRefused('damaged');
  });
  parser.on('opentag', ({ name, attributes: given }) => events.open?.(localName(name), given));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    events.close?.(localName(name));
  });
  parser.on('text', text);
  parser.on('cdata', text);
  for (let at = 0; at < xml.length; at += STRETCH) {
    parser.write(xml.slice(at, at + STRETCH));
    await setImmediate();
  }
  parser.close();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
