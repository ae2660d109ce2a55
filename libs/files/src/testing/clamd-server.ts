import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The harmless file that every scanner reports, in two halves, so that none reports this one. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface ClamdServer {
  readonly url: string;
  /** What it was given, whole. */
  readonly scanned: Buffer[];
  /** What it answers instead; `silence` for nothing at all, `hang-up` for the end of the connection in the middle. */
  behave(instead: string | undefined): void;
  stop(): Promise<void>;
}

/** Speaks the protocol of clamd(8) over TCP, or over a socket at `path`, and knows one piece of malware. */
export async function startClamd({
  path,
  most = 25 * 1024 * 1024,
}: { path?: string; most?: number } = {}): Promise<ClamdServer> {
  const scanned: Buffer[] = [];
  let behaviour: string | undefined;
  const answer = (asked: Buffer): string | undefined => {
    if (behaviour !== undefined) return behaviour;
    if (asked.toString('latin1', 0, 9) === 'zVERSION\0') return 'ClamAV 1.4.6/27500/Thu Nov 26 09:00:00 2026';
    const content = streamOf(asked);
    if (content && content.length > most) return 'INSTREAM size limit exceeded. ERROR';
    if (content === undefined) return undefined;
    scanned.push(content);
    return content.includes(eicar) ? 'stream: Eicar-Signature FOUND' : 'stream: OK';
  };
  const server = createServer((socket) => {
    const pieces: Buffer[] = [];
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece) => {
      pieces.push(piece);
      // A command ends with a zero: only then it is worth putting together.
      if (piece.at(-1) !== 0) return;
      const said = answer(Buffer.concat(pieces));
      if (said === 'hang-up') socket.destroy();
      else if (said !== undefined && said !== 'silence') socket.end(`${said}\0`);
    });
  });
  await listen(server, path);
  const url = path === undefined ? `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` : `unix://${path}`;
  const behave = (instead: string | undefined) => (behaviour = instead);
  return { url, scanned, behave, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

const listen = (server: Server, path?: string): Promise<void> =>
  new Promise((resolve) =>
    path === undefined ? server.listen(0, '127.0.0.1', resolve) : server.listen(path, resolve),
  );

/** The pieces of an INSTREAM put together; undefined until the empty one has come. */
function streamOf(asked: Buffer): Buffer | undefined {
  const command = Buffer.from('zINSTREAM\0');
  if (!asked.subarray(0, command.length).equals(command)) return undefined;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= asked.length;) {
    const length = asked.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(asked.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
