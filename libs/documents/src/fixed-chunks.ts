import { Readable } from 'node:stream';

const CHUNK = 64 * 1024;

/**
 * Gathers text into chunks of one size: a compressor sees the same chunks however the rows arrived, so its output is the
 * same, and a million short rows do not become a million writes.
 */
export async function* fixedChunks(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  let gathered: string[] = [];
  let length = 0;
  for await (const text of texts) {
    gathered.push(text);
    length += text.length;
    while (length >= CHUNK) {
      const all = gathered.join('');
      // Never between the halves of a surrogate pair: each half alone would become U+FFFD.
      const end = /[\uD800-\uDBFF]/.test(all.charAt(CHUNK - 1)) ? CHUNK - 1 : CHUNK;
      yield Buffer.from(all.slice(0, end));
      gathered = [all.slice(end)];
      length = all.length - end;
    }
  }
  if (length > 0) yield Buffer.from(gathered.join(''));
}

/** Everything a stream gives, in memory: for mail, tests and files that are stored whole. */
export async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
