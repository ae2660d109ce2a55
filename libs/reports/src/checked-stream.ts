import { createHash } from 'node:crypto';
import { pipeline, type Readable, Transform } from 'node:stream';

/** The same bytes; the stream ends with an error when they are not those that were recorded. @param sha256 hex */
export function checkedStream(stream: Readable, sha256: string): Readable {
  const hash = createHash('sha256');
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(hash.digest('hex') === sha256 ? null : new Error('the file is not what was stored'));
    },
  });
  return pipeline(stream, check, () => undefined);
}
