import { createRequire } from 'node:module';
import { fromBuffer } from 'yauzl';
import { bytesOf } from '../fixed-chunks.js';

/** The parts of an archive by name, read by another implementation than the one that wrote it. */
export function readArchive(archive: Buffer): Promise<ReadonlyMap<string, string>> {
  return new Promise((resolve, reject) => {
    const parts = new Map<string, string>();
    fromBuffer(archive, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('error', reject).on('end', () => resolve(parts));
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, (failure, stream) => {
          if (failure) return reject(failure);
          bytesOf(stream).then((bytes) => {
            parts.set(entry.fileName, bytes.toString());
            zip.readEntry();
          }, reject);
        });
      });
      zip.readEntry();
    });
  });
}

interface XmlReader {
  parseFromString(text: string, type: string): unknown;
}
type XmlReaderClass = new (options: { errorHandler: (level: string, message: string) => void }) => XmlReader;

const mammoths = createRequire(createRequire(import.meta.url).resolve('mammoth'));
const { DOMParser } = mammoths('@xmldom/xmldom') as { DOMParser: XmlReaderClass };

/** What an XML reader complains of, and characters XML 1.0 forbids. */
export function xmlFaults(text: string): string[] {
  const faults: string[] = [];
  const reader = new DOMParser({ errorHandler: (level, message) => faults.push(`${level}: ${message}`) });
  reader.parseFromString(text, 'text/xml');
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.exec(text);
  return forbidden ? [...faults, `forbidden character at ${forbidden.index}`] : faults;
}
