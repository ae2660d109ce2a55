import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, type ZipFile as OpenZip, fromBuffer } from 'yauzl';
import { ZipFile } from 'yazl';
import { DraftFileRefused } from './draft-file-refused.js';

export interface UnpackLimits {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Of the parts that are parsed: a parsed tree takes many times the room of its text. */
  readonly xmlBytes: number;
  readonly parts: number;
}

export const docxLimits: UnpackLimits = {
  packedBytes: 10 * 1024 * 1024,
  unpackedBytes: 100 * 1024 * 1024,
  xmlBytes: 20 * 1024 * 1024,
  parts: 5_000,
};

/** The parts a text is read from; pictures, fonts, embedded files are never unpacked. */
const NEEDED = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/[\w-]+\.xml|word\/_rels\/[\w-]+\.xml\.rels)$/;

/**
 * Unpacks a DOCX under measured limits (declared sizes are checked first, then the real ones as they are inflated) and packs
 * the text parts anew. What is parsed afterwards is exactly what was measured, whatever another reader of archives would
 * have seen in the original.
 * @throws DraftFileRefused too-big, unpacks-too-big, too-many-parts, not-a-docx, unsafe-xml
 */
export async function unpackDocx(docx: Buffer, limits: UnpackLimits = docxLimits): Promise<Buffer> {
  if (docx.length > limits.packedBytes) throw new DraftFileRefused('too-big', limits.packedBytes);
  const zip = await open(docx);
  const kept = new Map<string, Buffer>();
  let declared = 0;
  let xml = 0;
  let count = 0;
  for await (const entry of entriesOf(zip)) {
    declared += entry.uncompressedSize;
    if (declared > limits.unpackedBytes) throw new DraftFileRefused('unpacks-too-big', limits.unpackedBytes);
    if (++count > limits.parts) throw new DraftFileRefused('too-many-parts', limits.parts);
    if (!NEEDED.test(entry.fileName)) continue;
    const part = await inflate(zip, entry, limits.xmlBytes - xml);
    xml += part.length;
    if (/<!(DOCTYPE|ENTITY)/i.test(part.toString('latin1'))) throw new DraftFileRefused('unsafe-xml');
    kept.set(entry.fileName, entry.fileName === 'word/numbering.xml' ? withoutSilentLevels(part) : part);
  }
  if (!kept.has('word/document.xml')) throw new DraftFileRefused('not-a-docx');
  return pack(kept);
}

/** Levels whose format is "none" number nothing (LibreOffice gives every heading one); the reader after us takes them for numbers. */
const withoutSilentLevels = (numbering: Buffer): Buffer =>
  Buffer.from(
    numbering
      .toString()
      .replace(/<w:lvl\b[\s\S]*?<\/w:lvl>/g, (level) => (/<w:numFmt w:val="none"/.test(level) ? '' : level)),
  );

const open = (docx: Buffer): Promise<OpenZip> =>
  new Promise((resolve, reject) => {
    fromBuffer(docx, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }, (error, zip) => {
      if (error) reject(new DraftFileRefused('not-a-docx'));
      else resolve(zip);
    });
  });

async function* entriesOf(zip: OpenZip): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      zip.removeAllListeners();
      zip.once('entry', resolve).once('end', () => resolve(undefined));
      zip.once('error', () => reject(new DraftFileRefused('not-a-docx')));
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

async function inflate(zip: OpenZip, entry: Entry, room: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const gather = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > room) return done(new DraftFileRefused('unpacks-too-big', room));
      chunks.push(chunk);
      done();
    },
  });
  try {
    await pipeline(await openEntry(zip, entry), gather);
  } catch (error) {
    throw error instanceof DraftFileRefused ? error : new DraftFileRefused('not-a-docx');
  }
  return Buffer.concat(chunks);
}

const openEntry = (zip: OpenZip, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });

async function pack(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, part] of parts) zip.addBuffer(part, name, { compress: false });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
