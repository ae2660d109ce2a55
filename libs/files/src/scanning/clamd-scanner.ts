import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { ScannerAway, VirusScanner } from './virus-scanner.js';

/** Bytes of one piece; clamd takes up to its StreamMaxLength, 25 MB by default, of all together. */
const PIECE = 64 * 1024;
const MOST_ANSWER = 4_096;
const DEFAULT_PORT = 3310;

/**
 * ClamAV by the protocol of clamd(8): `zINSTREAM`, pieces each with its length before it, an empty piece at the end; one
 * connection a file. Nothing is written to a disk the two would have to share.
 */
export class ClamdScanner extends VirusScanner {
  readonly isOn = true;

  /** @param url `tcp://host:3310` or `unix:///path` @param patienceMs without a word from the other side */
  constructor(
    private readonly url: URL,
    private readonly patienceMs = 30_000,
  ) {
    super();
  }

  async scan(content: Buffer): Promise<string | null> {
    const answer = await this.ask(inStream(content));
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
    if (found !== undefined) return found;
    if (answer === 'stream: OK') return null;
    throw new ScannerAway(`the scanner did not say what the file is: ${answer}`);
  }

  async version(): Promise<string> {
    const answer = await this.ask([Buffer.from('zVERSION\0')], Math.min(this.patienceMs, 5_000));
    if (!answer.startsWith('ClamAV')) throw new ScannerAway(`what answers is no ClamAV: ${answer}`);
    return answer;
  }

  private ask(pieces: Iterable<Buffer>, patienceMs = this.patienceMs): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = this.connected();
      const fail = (why: string) => {
        socket.destroy();
        reject(new ScannerAway(`the scanner does not answer: ${why}`));
      };
      let answer = '';
      const settle = () => {
        const [text = ''] = answer.split('\0');
        socket.destroy();
        if (answer.includes('\0')) resolve(text.trim());
        else fail('it hung up');
      };
      socket.setTimeout(patienceMs, () => fail(`no word for ${patienceMs} ms`));
      // It answers and hangs up before the end of a file that is too large for it: what it said still counts.
      socket.on('error', (error) => (answer.includes('\0') ? settle() : fail(error.message)));
      socket.on('data', (data) => {
        answer += data.toString('utf8');
        if (answer.includes('\0') || answer.length > MOST_ANSWER) settle();
      });
      socket.on('close', settle);
      Readable.from(pieces, { objectMode: false }).pipe(socket, { end: false });
    });
  }

  private connected(): Socket {
    const { protocol, pathname, hostname, port } = this.url;
    if (protocol === 'unix:') return connect(decodeURIComponent(pathname));
    return connect(Number(port || DEFAULT_PORT), hostname.replace(/^\[|\]$/g, ''));
  }
}

function* inStream(content: Buffer): Generator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for (let at = 0; at < content.length; at += PIECE) {
    const piece = content.subarray(at, at + PIECE);
    yield lengthOf(piece.length);
    yield piece;
  }
  yield lengthOf(0);
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}
