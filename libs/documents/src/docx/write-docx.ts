import { PassThrough, Readable, pipeline } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Document } from '../document.js';
import { fixedChunks } from '../fixed-chunks.js';
import { bodyXml } from './body.js';
import * as parts from './package-parts.js';
import { styles } from './styles.js';

// A ZIP stores local wall time: the first instant it can hold is read back the same in every zone.
const entry = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 };

/**
 * Streams the document as WordprocessingML. Equal documents give equal bytes; memory does not grow with the rows of a table.
 * A fault in the blocks or rows destroys the stream with that error; a reader that stops early ends the rows' iterator.
 */
export function writeDocx(document: Document): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  const body = Readable.from(fixedChunks(bodyXml(document)), { objectMode: false });

  // yazl passes no error on: neither its own nor that of a stream it reads.
  zip.on('error', (error: Error) => output.destroy(error));
  body.on('error', (error) => output.destroy(error));
  pipeline(zip.outputStream, output, () => body.destroy());

  const text: readonly (readonly [path: string, xml: string])[] = [
    ['[Content_Types].xml', parts.contentTypes],
    ['_rels/.rels', parts.packageRelations],
    ['docProps/core.xml', parts.coreProperties(document)],
    ['word/_rels/document.xml.rels', parts.documentRelations],
    ['word/styles.xml', styles(document.language)],
    ['word/settings.xml', parts.settings(document)],
    ['word/footer1.xml', parts.footer(document)],
  ];
  for (const [path, xml] of text) zip.addBuffer(Buffer.from(xml), path, entry);
  zip.addReadStream(body, 'word/document.xml', entry);
  zip.end();
  return output;
}
