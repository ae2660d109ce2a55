import { crc32 } from 'node:zlib';
import { type CleanedFile, CleaningFailed, inOrder, type RemovedKind } from '../domain/file-check.js';
import { describedKinds, exifFacts, orientationBlock } from './picture-tags.js';

const SIGNATURE = 8;
/** What the picture is made of, moving ones too. Colour profiles name machines and their owners, so they are not here. */
const kept = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs acTL fcTL fdAT'.split(' '));

/**
 * Keeps of a PNG the chunks the picture is made of, and how it is to be turned.
 * @throws CleaningFailed DAMAGED, also for a chunk whose checksum is wrong
 */
export function cleanPng(content: Buffer): CleanedFile {
  const kinds = new Set<RemovedKind>();
  const pieces: Buffer[] = [content.subarray(0, SIGNATURE)];
  let orientation = 1;
  const chunks = chunksOf(content);
  const length = chunks.reduce((sum, { whole }) => sum + whole.length, SIGNATURE);
  if (length < content.length) kinds.add('PREVIEW');
  for (const { type, body } of chunks) {
    if (kept.has(type)) continue;
    if (/^[A-Z]/.test(type)) throw new CleaningFailed('DAMAGED');
    const exif = type === 'eXIf' ? exifFacts(body) : undefined;
    if (exif && exif.orientation !== 1) orientation = exif.orientation;
    for (const kind of exif?.kinds ?? told(type, body)) kinds.add(kind);
  }
  const firstData = chunks.findIndex(({ type }) => type === 'IDAT');
  for (const [index, { type, whole }] of chunks.entries()) {
    if (index === firstData && orientation !== 1) pieces.push(chunk('eXIf', orientationBlock(orientation)));
    if (kept.has(type)) pieces.push(whole);
  }
  return { content: Buffer.concat(pieces), removed: inOrder(kinds), isSigned: false };
}

function told(type: string, body: Buffer): RemovedKind[] {
  if (type === 'tIME') return ['TIME'];
  if (type === 'iCCP') return ['DEVICE'];
  return describedKinds(body.toString('latin1'));
}

function chunksOf(content: Buffer): { type: string; body: Buffer; whole: Buffer }[] {
  const chunks = [];
  let at = SIGNATURE;
  while (at + 12 <= content.length) {
    const type = content.toString('latin1', at + 4, at + 8);
    const end = at + 12 + content.readUInt32BE(at);
    if (end > content.length || crc32(content.subarray(at + 4, end - 4)) !== content.readUInt32BE(end - 4))
      throw new CleaningFailed('DAMAGED');
    chunks.push({ type, body: content.subarray(at + 8, end - 4), whole: content.subarray(at, end) });
    at = end;
    if (type === 'IEND') return chunks;
  }
  throw new CleaningFailed('DAMAGED');
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
