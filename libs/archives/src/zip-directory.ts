import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number;
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const inflate = promisify(inflateRaw);

/** Where a ZIP end record stands in the last 64 KiB; undefined when the bytes are no archive in any reader's eyes. */
export function zipEnd(content: Buffer): number | undefined {
  const from = Math.max(0, content.length - END_SIZE - MAX_COMMENT);
  for (let at = content.length - END_SIZE; at >= from; at -= 1)
    if (content.readUInt32LE(at) === END && content.readUInt32LE(at + 4) === 0) return at;
  return undefined;
}

/**
 * The entries of an archive that is a ZIP from its first byte to its last: nothing before, between the directory and the
 * end record, or after. Undefined otherwise. ZIP64 and split archives are not read.
 */
export function zipDirectory(content: Buffer): ZipEntry[] | undefined {
  if (content.length < END_SIZE || content.readUInt32LE(0) !== LOCAL) return undefined;
  const end = zipEnd(content);
  if (end === undefined || end + END_SIZE + content.readUInt16LE(end + 20) !== content.length) return undefined;
  const count = content.readUInt16LE(end + 10);
  let at = content.readUInt32LE(end + 16);
  if (at + content.readUInt32LE(end + 12) !== end) return undefined;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || content.readUInt32LE(at) !== ENTRY) return undefined;
    const nameLength = content.readUInt16LE(at + 28);
    entries.push({
      name: content.toString('utf8', at + 46, at + 46 + nameLength),
      isEncrypted: (content.readUInt16LE(at + 8) & 1) === 1,
      method: content.readUInt16LE(at + 10),
      checksum: content.readUInt32LE(at + 16),
      packed: content.readUInt32LE(at + 20),
      unpacked: content.readUInt32LE(at + 24),
      offset: content.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return at === end ? entries : undefined;
}

/** The bytes of one entry; undefined when they are not there, or not those that the directory says. */
export async function unpack(content: Buffer, entry: ZipEntry): Promise<Buffer | undefined> {
  const bytes = await inflated(content, entry);
  return bytes && bytes.length === entry.unpacked && crc32(bytes) === entry.checksum ? bytes : undefined;
}

async function inflated(content: Buffer, entry: ZipEntry): Promise<Buffer | undefined> {
  const { offset, method, packed, unpacked } = entry;
  if (offset + 30 > content.length || content.readUInt32LE(offset) !== LOCAL) return undefined;
  const start = offset + 30 + content.readUInt16LE(offset + 26) + content.readUInt16LE(offset + 28);
  if (start + packed > content.length) return undefined;
  const bytes = content.subarray(start, start + packed);
  if (method === 0) return bytes;
  if (method !== 8) return undefined;
  return inflate(bytes, { maxOutputLength: Math.max(1, unpacked) }).catch(() => undefined);
}
