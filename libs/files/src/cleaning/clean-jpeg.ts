import { type CleanedFile, CleaningFailed, inOrder, type RemovedKind } from '../domain/file-check.js';
import { describedKinds, exifFacts, orientationBlock } from './picture-tags.js';

const EXIF = 'Exif\0\0';
const [SOI, EOI, SOS, APP0, APP1, APP2, APP13, APP14, COMMENT] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xfe];

interface Walk {
  readonly kept: Buffer[];
  readonly kinds: Set<RemovedKind>;
  orientation: number;
}

/**
 * Keeps of a JPEG what the picture is made of, and how it is to be turned; every other segment goes, and what stands after the
 * picture. The picture itself is not packed anew, so nothing of it is lost.
 * @param mayBeCut whether a picture without its end mark is taken, as PDF readers do
 * @throws CleaningFailed DAMAGED
 */
export function cleanJpeg(content: Buffer, mayBeCut = false): CleanedFile {
  const walk: Walk = { kept: [], kinds: new Set(), orientation: 1 };
  const end = walkSegments(content, walk, mayBeCut);
  if (end < content.length) walk.kinds.add('PREVIEW');
  const [first] = walk.kept;
  const hasJfif = first?.[1] === APP0;
  const turning = walk.orientation === 1 ? [] : [segment(APP1, Buffer.from(EXIF), orientationBlock(walk.orientation))];
  const head = hasJfif && first ? [first, ...turning] : [...turning, ...(first ? [first] : [])];
  const cleaned = Buffer.concat([Buffer.from([0xff, SOI]), ...head, ...walk.kept.slice(1)]);
  return { content: cleaned, removed: inOrder(walk.kinds), isSigned: false };
}

/** @returns where the picture ends */
function walkSegments(content: Buffer, walk: Walk, mayBeCut: boolean): number {
  let at = 2;
  for (;;) {
    while (content[at] === 0xff && content[at + 1] === 0xff) at += 1;
    const marker = content[at + 1];
    if (content[at] !== 0xff || marker === undefined) throw new CleaningFailed('DAMAGED');
    if (marker === EOI) {
      walk.kept.push(content.subarray(at, at + 2));
      return at + 2;
    }
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= SOI) || at + 4 > content.length)
      throw new CleaningFailed('DAMAGED');
    const next = at + 2 + content.readUInt16BE(at + 2);
    if (next < at + 4 || next > content.length) throw new CleaningFailed('DAMAGED');
    keep(marker, content.subarray(at + 4, next), content.subarray(at, next), walk);
    at = next;
    if (marker !== SOS) continue;
    at = endOfScan(content, next);
    walk.kept.push(content.subarray(next, at));
    if (at >= content.length && mayBeCut) return at;
  }
}

/** Where the packed bytes of a scan end: at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at >= 0; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1];
    if (next === undefined) return content.length;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return content.length;
}

function keep(marker: number, body: Buffer, whole: Buffer, walk: Walk): void {
  const { kept, kinds } = walk;
  const name = body.toString('latin1', 0, 6);
  if (marker < APP0) return void kept.push(whole);
  if (marker === APP0 && name.startsWith('JFIF\0') && body.length >= 14 && kept.length === 0) {
    if (body.length > 14) kinds.add('PREVIEW');
    return void kept.push(segment(APP0, body.subarray(0, 12), Buffer.alloc(2)));
  }
  // It says how the colours are coded.
  if (marker === APP14 && name.startsWith('Adobe') && body.length >= 12)
    return void kept.push(segment(APP14, body.subarray(0, 12)));
  note(marker, name, body, walk);
}

function note(marker: number, name: string, body: Buffer, walk: Walk): void {
  const { kinds } = walk;
  if (marker === APP1 && name === EXIF) {
    const { kinds: told, orientation } = exifFacts(body.subarray(6));
    if (orientation !== 1) walk.orientation = orientation;
    for (const kind of told) kinds.add(kind);
  } else if (marker === APP1 || marker === APP13 || marker === COMMENT) {
    for (const kind of describedKinds(body.toString('latin1'))) kinds.add(kind);
  } else if (marker === APP2) kinds.add('DEVICE');
  else kinds.add('DESCRIPTION');
}

function segment(marker: number, ...bodies: readonly Buffer[]): Buffer {
  const body = Buffer.concat(bodies);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
