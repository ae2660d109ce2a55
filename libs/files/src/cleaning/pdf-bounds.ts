import { setImmediate } from 'node:timers/promises';
import { createInflate, constants } from 'node:zlib';
import { CleaningFailed } from '../domain/file-check.js';

const MEGABYTE = 1024 * 1024;
/** A stream that is no picture or is packed again, and all streams of objects together. */
const MOST = 64 * MEGABYTE;
const MOST_OF_PICTURE = 256 * MEGABYTE;
/** Bytes read and written while looking at one file: streams that overlap would be unpacked again and again. */
const MOST_WORK = 2_048 * MEGABYTE;
/** Words that begin or end a stream; a stream has one of each. */
const MOST_WORDS = 50_000;
/** How many words are looked at before others have their turn. */
const STRETCH = 500;
/** How far before its data a stream's dictionary is looked for. */
const DICTIONARY = 4_096;
const LAYERS = 3;

/**
 * Unpacks every stream within bounds, before a reader that has none unpacks some of them.
 * @throws CleaningFailed TOO_MUCH_INSIDE; DAMAGED for objects packed in a way no program writes
 */
export async function assertPdfIsBounded(content: Buffer): Promise<void> {
  const work = new Work();
  let objects = 0;
  let end = 0;
  for await (const at of beginnings(content)) {
    if (end < at) end = content.indexOf('endstream', at);
    // No reader takes a stream without an end, nor is there one behind it.
    if (end < 0) return;
    const own = dictionaryBefore(content, at);
    const holdsObjects = /\/(?:ObjStm|XRef)\b/.test(own);
    if (holdsObjects && /\/Filter(?!\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\]))/.test(own))
      throw new CleaningFailed('DAMAGED');
    const start = startOfData(content, at);
    const most = /\/Image\b/.test(own) ? MOST_OF_PICTURE : MOST;
    const size = (await unpackedSize(content.subarray(start), most, work)) ?? end - start;
    if (holdsObjects) objects += size;
    if (objects > MOST) throw new CleaningFailed('TOO_MUCH_INSIDE');
  }
}

/** Where the word `stream` stands: also in a text or a comment, for only a reader of the whole knows which is which. */
async function* beginnings(content: Buffer): AsyncGenerator<number> {
  let words = 0;
  for (let at = content.indexOf('stream'); at >= 0; at = content.indexOf('stream', at + 6)) {
    words += 1;
    if (words > MOST_WORDS) throw new CleaningFailed('TOO_MUCH_INSIDE');
    if (words % STRETCH === 0) await setImmediate();
    if (content.toString('latin1', at - 3, at) !== 'end') yield at;
  }
}

function dictionaryBefore(content: Buffer, at: number): string {
  const text = content
    .toString('latin1', Math.max(0, at - DICTIONARY), at)
    .replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return text.slice(text.lastIndexOf(' obj') + 1);
}

/** After the end of the line, if there is one: readers take every kind. */
function startOfData(content: Buffer, at: number): number {
  const after = at + 'stream'.length;
  return after + (/^(?: ?\r\n|\r|\n)?/.exec(content.toString('latin1', after, after + 3))?.[0].length ?? 0);
}

class Work {
  private done = 0;

  add(bytes: number): void {
    this.done += bytes;
    if (this.done > MOST_WORK) throw new CleaningFailed('TOO_MUCH_INSIDE');
  }
}

/**
 * Of what is packed more than once, the innermost. What is packed says itself where it ends: the word for it may stand in the midst.
 * @returns undefined for what is not packed, or not soundly
 */
async function unpackedSize(packed: Buffer, most: number, work: Work): Promise<number | undefined> {
  let inner: Buffer | undefined = packed;
  let size: number | undefined;
  for (let layer = 0; layer < LAYERS && inner && isFlate(inner); layer += 1) {
    const unpacked: Unpacked | undefined = await unpackedFlate(inner, most, work);
    inner = unpacked?.packedAgain;
    size = unpacked?.size ?? size;
  }
  return size;
}

interface Unpacked {
  readonly size: number;
  /** What came out, when it is packed itself; everything else is counted and let go. */
  readonly packedAgain?: Buffer;
}

async function unpackedFlate(packed: Buffer, most: number, work: Work): Promise<Unpacked | undefined> {
  const engine = createInflate({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: MEGABYTE / 4 });
  const pieces: Buffer[] = [];
  let size = 0;
  let isPacked = true;
  engine.end(packed);
  try {
    for await (const piece of engine as AsyncIterable<Buffer>) {
      if (size === 0) isPacked = isFlate(piece);
      size += piece.length;
      work.add(piece.length);
      if (size > (isPacked ? Math.min(most, MOST) : most)) throw new CleaningFailed('TOO_MUCH_INSIDE');
      if (isPacked) pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof CleaningFailed) throw error;
    work.add(packed.length);
    return undefined;
  }
  work.add(engine.bytesWritten);
  return isPacked ? { size, packedAgain: Buffer.concat(pieces, size) } : { size };
}

const isFlate = (bytes: Buffer): boolean =>
  bytes.length > 2 && (bytes.readUInt8(0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
