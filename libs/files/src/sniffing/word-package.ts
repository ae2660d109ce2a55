import { archiveFault, unpack, zipDirectory, type ZipEntry } from '#lib/archives';
import type { AttachmentFault } from '../domain/attachment-refused.js';

const limits = { entries: 2_000, unpackedBytes: 64 * 1024 * 1024 };
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/**
 * Why the bytes are no plain Word document, or undefined when they are: a whole ZIP with a main part of the Word type,
 * without macros, and not swelling when unpacked (every part is unpacked, so a directory that lies is found out).
 */
export async function wordPackageFault(content: Buffer): Promise<AttachmentFault | undefined> {
  const entries = zipDirectory(content);
  if (!entries) return 'damaged';
  const fault = directoryFault(entries, content.length);
  if (fault) return fault;
  for (const entry of entries) {
    const bytes = await unpack(content, entry);
    if (!bytes) return 'damaged';
    const partFault = entry.name === '[Content_Types].xml' ? typesFault(bytes.toString('utf8')) : undefined;
    if (partFault) return partFault;
  }
  return undefined;
}

function directoryFault(entries: readonly ZipEntry[], size: number): AttachmentFault | undefined {
  const fault = archiveFault(entries, size, limits);
  if (fault) return fault === 'too-many-entries' ? 'too-much-inside' : fault;
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('[Content_Types].xml') || !names.has('_rels/.rels') || !names.has('word/document.xml'))
    return 'not-a-word-document';
  return [...names].some((name) => /vba/i.test(name)) ? 'has-macros' : undefined;
}

function typesFault(types: string): AttachmentFault | undefined {
  if (/macroEnabled/i.test(types)) return 'has-macros';
  return types.includes(MAIN) ? undefined : 'not-a-word-document';
}
