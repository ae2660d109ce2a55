import type { RemovedKind } from '../domain/file-check.js';

const ORIENTATION = 0x0112;
/** Tags of the first directory of Exif by what they tell; the GPS directory hangs on the last. */
const telling: Readonly<Record<number, RemovedKind>> = {
  0x010e: 'DESCRIPTION',
  0x010f: 'DEVICE',
  0x0110: 'DEVICE',
  0x0131: 'DEVICE',
  0x0132: 'TIME',
  0x013b: 'AUTHOR',
  0x8298: 'AUTHOR',
  0x9c9b: 'DESCRIPTION',
  0x9c9c: 'DESCRIPTION',
  0x9c9d: 'AUTHOR',
  0x8769: 'TIME',
  0x8825: 'PLACE',
};

/** What a TIFF block of Exif tells, and how the picture is to be turned: 1 to 8, 1 for not at all. */
export function exifFacts(tiff: Buffer): { kinds: RemovedKind[]; orientation: number } {
  const kinds: RemovedKind[] = [];
  let orientation = 1;
  for (const { tag, value } of directory(tiff)) {
    if (tag === ORIENTATION) orientation = value >= 1 && value <= 8 ? value : 1;
    const kind = telling[tag];
    if (kind) kinds.push(kind);
  }
  return { kinds, orientation };
}

function directory(tiff: Buffer): { tag: number; value: number }[] {
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return [];
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return [];
  const found = [];
  for (let at = start + 2, left = short(start); left > 0 && at + 12 <= tiff.length; at += 12, left -= 1)
    found.push({ tag: short(at), value: short(at + 8) });
  return found;
}

/** A TIFF block that says how to turn the picture, and nothing else. */
export function orientationBlock(orientation: number): Buffer {
  const block = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  block.writeUInt16BE(orientation, 18);
  return block;
}

/** What a packet of XMP, or any text that describes a picture, tells beside being a description. */
export function describedKinds(text: string): RemovedKind[] {
  const about: [RegExp, RemovedKind][] = [
    [/creator|author|artist|byline|owner|rights/i, 'AUTHOR'],
    [/gps|latitude|location|city|country/i, 'PLACE'],
    [/CreatorTool|tiff:Make|tiff:Model|software|serial/i, 'DEVICE'],
    [/date|time/i, 'TIME'],
  ];
  const kinds = about.filter(([pattern]) => pattern.test(text)).map(([, kind]) => kind);
  return kinds.length > 0 ? kinds : ['DESCRIPTION'];
}
