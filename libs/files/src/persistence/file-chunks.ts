import { createHash } from 'node:crypto';
import type { Database, Queryable } from '#lib/database';

/** Bytes of one chunk: a row that PostgreSQL and its driver handle with ease. */
const CHUNK = 1024 * 1024;

/**
 * Writes a file's bytes in chunks as they come; the next is gathered while one is on its way. @returns their number and their SHA-256,
 * hex
 */
export async function writeChunks(
  q: Queryable,
  fileId: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  let ordinal = 0;
  let written: Promise<unknown> = Promise.resolve();
  try {
    for await (const chunk of ofOneSize(content)) {
      hash.update(chunk);
      size += chunk.length;
      ordinal += 1;
      await written;
      written = q.query('insert into stored_file_chunk (file_id, ordinal, content) values ($1, $2, $3)', [
        fileId,
        ordinal,
        chunk,
      ]);
      // Told when it is waited for, before the next.
      written.catch(() => undefined);
    }
    await written;
  } catch (error) {
    await written.catch(() => undefined);
    throw error;
  }
  return { size, sha256: hash.digest('hex') };
}

/** A file's chunks in their order, one at a time. */
export async function* readChunks(database: Database, fileId: string): AsyncGenerator<Buffer> {
  for (let ordinal = 1; ; ordinal++) {
    const [row] = await database.query<{ content: Buffer }>(
      'select content from stored_file_chunk where file_id = $1 and ordinal = $2',
      [fileId, ordinal],
    );
    if (!row) return;
    yield row.content;
  }
}

async function* ofOneSize(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  let gathered: Uint8Array[] = [];
  let length = 0;
  for await (const piece of content) {
    gathered.push(piece);
    length += piece.length;
    if (length < CHUNK) continue;
    const all = Buffer.concat(gathered, length);
    let start = 0;
    for (; start + CHUNK <= length; start += CHUNK) yield all.subarray(start, start + CHUNK);
    gathered = start < length ? [all.subarray(start)] : [];
    length -= start;
  }
  if (length > 0) yield Buffer.concat(gathered, length);
}
