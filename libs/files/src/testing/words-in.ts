import { inflateSync } from 'node:zlib';
import { unpack, zipDirectory } from '#lib/archives';

/** Which of the words stand anywhere in a file, however packed, in UTF-8 or UTF-16. */
export async function wordsIn(content: Buffer, words: readonly string[]): Promise<string[]> {
  const layers = await layersOf(content);
  const isThere = (word: string) =>
    layers.some((bytes) =>
      [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16()].some(
        (form) => bytes.includes(form) || bytes.toString('latin1').toLowerCase().includes(form.toString('hex')),
      ),
    );
  return words.filter(isThere);
}

async function layersOf(content: Buffer, depth = 0): Promise<Buffer[]> {
  const layers = [content];
  if (depth > 3) return layers;
  for (const entry of zipDirectory(content) ?? [])
    layers.push(...(await layersOf((await unpack(content, entry)) ?? Buffer.alloc(0), depth + 1)));
  for (let at = content.indexOf(0x78); at >= 0; at = content.indexOf(0x78, at + 1)) {
    if (content.length < at + 2 || content.readUInt16BE(at) % 31 !== 0) continue;
    const inner = unpacked(content.subarray(at));
    if (inner && inner.length > 8) layers.push(...(await layersOf(inner, depth + 1)));
  }
  return layers;
}

function unpacked(bytes: Buffer): Buffer | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: 1024 * 1024 });
  } catch {
    return undefined;
  }
}
