import { promisify } from 'node:util';
import { constants, inflate } from 'node:zlib';
import { CleaningFailed } from '../domain/file-check.js';

const MEGABYTE = 1024 * 1024;
/** A stream that is no picture, and all streams of objects together. */
const MOST = 64 * MEGABYTE;
const MOST_OF_PICTURE = 256 * MEGABYTE;
/** How far before its data a stream's dictionary is looked for. */
const DICTIONARY = 4_096;
const LAYERS = 3;
const unpackFlate = promisify(inflate);

/**
 * Unpacks every stream within bounds, before a reader that has none unpacks some of them.
 * @throws CleaningFailed TOO_MUCH_INSIDE; DAMAGED for objects packed in a way no program writes
 */
export async function assertPdfIsBounded(content: Buffer): Promise<void> {
  let objects = 0;
  for (let at = content.indexOf('stream'); at >= 0; at = content.indexOf('stream', at + 6)) {
    if (content.toString('latin1', at - 3, at) === 'end') continue;
    const dictionary = withPlainNames(content.toString('latin1', Math.max(0, at - DICTIONARY), at));
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    const holdsObjects = /\/(?:ObjStm|XRef)\b/.test(own);
    if (holdsObjects && /\/Filter(?!\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\]))/.test(own))
      throw new CleaningFailed('DAMAGED');
    const data = content.subarray(startOfData(content, at), endOfData(content, at));
    const size = await unpackedSize(data, /\/Image\b/.test(own) ? MOST_OF_PICTURE : MOST);
    if (holdsObjects) objects += size;
    if (objects > MOST) throw new CleaningFailed('TOO_MUCH_INSIDE');
  }
}

const withPlainNames = (dictionary: string): string =>
  dictionary.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function startOfData(content: Buffer, at: number): number {
  const after = at + 'stream'.length;
  return content[after] === 0x0d ? after + 2 : after + 1;
}

function endOfData(content: Buffer, at: number): number {
  const end = content.indexOf('endstream', at);
  return end < 0 ? content.length : end;
}

/** Of what is packed more than once, the innermost. */
async function unpackedSize(packed: Buffer, most: number): Promise<number> {
  let inner = packed;
  for (let layer = 0; layer < LAYERS && isFlate(inner); layer += 1) {
    try {
      inner = await unpackFlate(inner, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new CleaningFailed('TOO_MUCH_INSIDE');
      break;
    }
  }
  return inner.length;
}

const isFlate = (bytes: Buffer): boolean =>
  bytes.length > 2 && (bytes.readUInt8(0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
