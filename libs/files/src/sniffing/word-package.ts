import type { AttachmentFault } from '../domain/attachment-refused.js';
import { unpack, zipDirectory, type ZipEntry } from './zip-directory.js';

const MAX_ENTRIES = 2_000;
const MAX_UNPACKED = 64 * 1024 * 1024;
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
  const names = new Set(entries.map(({ name }) => name));
  const sum = (pick: (entry: ZipEntry) => number) => entries.reduce((total, entry) => total + pick(entry), 0);
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'encrypted';
  if (entries.length > MAX_ENTRIES || sum(({ unpacked }) => unpacked) > MAX_UNPACKED) return 'too-much-inside';
  if (sum(({ packed }) => packed) > size || names.size < entries.length) return 'damaged';
  if (entries.some(({ name }) => isOutside(name))) return 'damaged';
  if (!names.has('[Content_Types].xml') || !names.has('_rels/.rels') || !names.has('word/document.xml'))
    return 'not-a-word-document';
  return [...names].some((name) => /vba/i.test(name)) ? 'has-macros' : undefined;
}

const isOutside = (name: string) => name.startsWith('/') || name.includes('\\') || name.split('/').includes('..');

function typesFault(types: string): AttachmentFault | undefined {
  if (/macroEnabled/i.test(types)) return 'has-macros';
  return types.includes(MAIN) ? undefined : 'not-a-word-document';
}
