import type { Readable } from 'node:stream';
import type { Document } from '../document.js';
import { coreProperties } from '../package-properties.js';
import { PackageStream } from '../package-stream.js';
import { bodyXml } from './body.js';
import * as parts from './package-parts.js';
import { styles } from './styles.js';

/**
 * Streams the document as WordprocessingML. Equal documents give equal bytes; memory does not grow with the rows of a table.
 * A fault in the blocks or rows destroys the stream with that error; a reader that stops early ends the rows' iterator.
 */
export function writeDocx(document: Document): Readable {
  const docx = new PackageStream();
  const text: readonly (readonly [path: string, xml: string])[] = [
    ['[Content_Types].xml', parts.contentTypes],
    ['_rels/.rels', parts.packageRelations],
    ['docProps/core.xml', coreProperties(document)],
    ['word/_rels/document.xml.rels', parts.documentRelations],
    ['word/styles.xml', styles(document.language)],
    ['word/settings.xml', parts.settings(document)],
    ['word/footer1.xml', parts.footer(document)],
  ];
  for (const [path, xml] of text) docx.add(path, xml);
  // A fault has already destroyed the output, which is where it is told.
  docx.stream('word/document.xml', bodyXml(document)).catch(() => undefined);
  docx.end();
  return docx.output;
}
