import { ZipFile } from 'yazl';
import { bytesOf } from '../fixed-chunks.js';

/** A package of the named parts, made for a test. */
export async function pack(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, part] of Object.entries(parts)) zip.addBuffer(Buffer.from(part), name);
  zip.end();
  return bytesOf(zip.outputStream as never);
}
