import { once } from 'node:events';
import yauzl from 'yauzl';

/** The entries of a DOCX or XLSX, unpacked, by name. */
export async function openPackage(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(bytes);
  const entries = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(stream, 'end');
    entries.set(entry.fileName, Buffer.concat(chunks).toString());
  }
  return entries;
}
