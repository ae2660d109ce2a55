import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { Mailer } from './mailer.js';

const letter = {
  id: 'receipt.r1.1',
  to: 'a@example.kz',
  language: 'kk',
  subject: 'Қабылданды',
  text: 'Сәлем',
} as const;

describe('mailer', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'talqy-mail-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const mailer = (smtpUrl?: string) =>
    new Mailer({ smtpUrl, folder, from: 'Talqy <t@example.kz>', host: 'talqy.test' });

  it('writes one whole file a letter, however often it is sent', async () => {
    await mailer().send(letter);
    await mailer().send(letter);
    expect(await readdir(folder)).toEqual(['receipt.r1.1.eml']);
    const content = await readFile(join(folder, 'receipt.r1.1.eml'), 'utf8');
    expect(content).toContain('Message-ID: <receipt.r1.1@talqy.test>');
    expect(content).toContain('To: a@example.kz');
  });

  it('tells mail programs how a letter that goes to many is ended, and of no other (RFC 8058)', async () => {
    const endsAt = `https://talqy.test/kk/subscriptions/01890000-0000-7000-8000-000000000001/${'A'.repeat(43)}`;
    const content = async () => (await readFile(join(folder, 'receipt.r1.1.eml'), 'utf8')).replace(/\n\s+/g, ' ');
    await mailer().send({ ...letter, endsAt });
    expect(await content()).toContain(`\nList-Unsubscribe: <${endsAt}>\n`);
    expect(await content()).toContain('\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n');
    await mailer().send(letter);
    expect(await content()).not.toMatch(/unsubscribe|precedence/i);
  });

  it('hands the letter to an SMTP server', async () => {
    const got: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          got.push(Buffer.concat(chunks).toString());
          done();
        });
      },
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve());
    });
    const { port } = server.server.address() as AddressInfo;
    const sender = mailer(`smtp://127.0.0.1:${port}`);
    await sender.verify();
    await sender.send(letter);
    expect(got[0]).toContain('Content-Language: kk');
    sender.onApplicationShutdown();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  });

  it('settles a letter that the server refuses for good, and tries again what it only puts off', async () => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(Object.assign(new Error('no'), { responseCode: address.startsWith('nobody') ? 550 : 451 })),
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve());
    });
    const { port } = server.server.address() as AddressInfo;
    const sender = mailer(`smtp://127.0.0.1:${port}`);
    expect(await sender.send({ ...letter, to: 'nobody@example.kz' })).toBe('refused');
    await expect(sender.send({ ...letter, to: 'busy@example.kz' })).rejects.toThrow();
    sender.onApplicationShutdown();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  });

  it('fails when the server is away, so that the job is tried again', async () => {
    await expect(mailer('smtp://127.0.0.1:1').send(letter)).rejects.toThrow();
  });
});
