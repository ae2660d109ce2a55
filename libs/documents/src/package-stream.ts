import { PassThrough, Readable, pipeline } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { fixedChunks } from './fixed-chunks.js';

// A ZIP stores local wall time: the first instant it can hold is read back the same in every zone.
const entry = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 };

/**
 * An office package as a stream: parts are read only as they are written, equal parts give equal bytes. A fault in a part
 * destroys the output with that error; a reader that stops early ends the parts that are being read.
 */
export class PackageStream {
  readonly output = new PassThrough();
  private readonly zip = new ZipFile();
  private readonly open = new Set<Readable>();

  constructor(private readonly compressionLevel?: number) {
    // yazl passes no error on: neither its own nor that of a stream it reads.
    this.zip.on('error', (error: Error) => this.output.destroy(error));
    pipeline(this.zip.outputStream, this.output, () => {
      for (const part of this.open) part.destroy();
    });
  }

  /** Whether nobody takes the package any more. */
  get isAbandoned(): boolean {
    return this.output.destroyed;
  }

  add(path: string, text: string): void {
    this.zip.addBuffer(Buffer.from(text), path, this.entry);
  }

  /** Resolves when the part has been read to its end; rejects when it failed or the reader of the package stopped. */
  async stream(path: string, texts: AsyncIterable<string>): Promise<void> {
    const part = Readable.from(fixedChunks(texts), { objectMode: false });
    part.on('error', (error) => this.output.destroy(error));
    this.open.add(part);
    const read = finished(part, { writable: false });
    this.zip.addReadStream(part, path, this.entry);
    await read;
    this.open.delete(part);
  }

  end(): void {
    this.zip.end();
  }

  private get entry() {
    return this.compressionLevel === undefined ? entry : { ...entry, compressionLevel: this.compressionLevel };
  }
}
