import { ZipFile } from 'yazl';
import { archiveFault, unpack, zipDirectory, type ZipEntry } from '#lib/archives';
import { type CleanedFile, CleaningFailed, inOrder, type RemovedKind } from '../domain/file-check.js';
import { cleanJpeg } from './clean-jpeg.js';
import { cleanPng } from './clean-png.js';
import { OfficeAuthors } from './office-authors.js';
import { cleanedRelations, cleanedTypes, kindOfLeftOut } from './office-parts.js';

const limits = { entries: 2_000, unpackedBytes: 64 * 1024 * 1024 };
/** A workbook in a document, and nothing in that. */
const DEEPEST = 1;
// A ZIP stores local wall time: the first instant it can hold is read back the same in every zone.
const entry = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 };

/**
 * A document or workbook of Office Open XML without its properties, the names of those who wrote and commented, printers,
 * paths, custom data, and what its pictures tell; packed anew without the times of the archive.
 * @throws CleaningFailed DAMAGED, ENCRYPTED, TOO_MUCH_INSIDE; FILES_INSIDE when another file is in it that cannot be cleaned
 */
export async function cleanOffice(content: Buffer, depth = 0): Promise<CleanedFile> {
  const entries = soundEntries(content);
  if (entries.some(({ name }) => /^_xmlsignatures\//i.test(name))) return { content, removed: [], isSigned: true };
  const kinds = new Set<RemovedKind>();
  const authors = new OfficeAuthors(kinds);
  const zip = new ZipFile();
  for (const each of entries) {
    const left = kindOfLeftOut(each.name);
    if (left) kinds.add(left);
    if (left || each.name.endsWith('/')) continue;
    const bytes = await unpack(content, each);
    if (!bytes) throw new CleaningFailed('DAMAGED');
    zip.addBuffer(await cleanedPart(each.name, bytes, { kinds, authors, depth }), each.name, entry);
  }
  return { content: await packed(zip), removed: inOrder(kinds), isSigned: false };
}

function soundEntries(content: Buffer): ZipEntry[] {
  const entries = zipDirectory(content);
  if (!entries) throw new CleaningFailed('DAMAGED');
  const fault = archiveFault(entries, content.length, limits);
  if (fault === 'damaged' || fault === undefined) {
    if (fault) throw new CleaningFailed('DAMAGED');
    return entries;
  }
  throw new CleaningFailed(fault === 'encrypted' ? 'ENCRYPTED' : 'TOO_MUCH_INSIDE');
}

interface Cleaning {
  readonly kinds: Set<RemovedKind>;
  readonly authors: OfficeAuthors;
  readonly depth: number;
}

async function cleanedPart(name: string, bytes: Buffer, cleaning: Cleaning): Promise<Buffer> {
  if (name === '[Content_Types].xml') return cleanedTypes(bytes) ?? bytes;
  if (/\.rels$/i.test(name)) return cleanedRelations(name, bytes, cleaning.kinds) ?? bytes;
  if (/\.xml$/i.test(name)) return cleaning.authors.cleaned(bytes) ?? bytes;
  const inner = await cleanedInner(name, bytes, cleaning.depth);
  for (const kind of inner?.removed ?? []) cleaning.kinds.add(kind);
  return inner?.content ?? bytes;
}

/** A picture or another file in the document. */
async function cleanedInner(name: string, bytes: Buffer, depth: number): Promise<CleanedFile | undefined> {
  const head = bytes.toString('latin1', 0, 4);
  if (head.startsWith('\xff\xd8\xff')) return cleanJpeg(bytes, true);
  if (head === '\x89PNG') return cleanPng(bytes);
  if (!/\/(?:embeddings|activeX)\//i.test(name)) return undefined;
  if (head !== 'PK\x03\x04' || depth >= DEEPEST) throw new CleaningFailed('FILES_INSIDE');
  return cleanOffice(bytes, depth + 1);
}

async function packed(zip: ZipFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  zip.end();
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
