import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { textOf } from './mail-text.js';

export interface ReceivedMail {
  readonly to: string;
  /** The Message-ID before its `@`: the kind of letter, what it is about, the revision. */
  readonly id: string;
  readonly text: string;
}

export interface MailServer {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  readonly stop: () => Promise<void>;
}

/** Takes every letter but those to `nobody@…`, an address that it says does not exist. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith('nobody@') ? done(Object.assign(new Error('no such person'), { responseCode: 550 })) : done(),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = Buffer.concat(chunks).toString();
        const id = /^message-id:\s+<([^@]+)@/im.exec(mail)?.[1] ?? '';
        mails.push({ to: envelope.rcptTo.map(({ address }) => address).join(), id, text: textOf(mail) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
