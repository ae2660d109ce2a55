import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { QueueConnection, queueHealth } from '#lib/jobs';
import { Mailer } from '#lib/notifications';
import type { Settings } from '#lib/settings';
import { Refusal } from '../command-line/refusal.js';

const LEAST_FREE_MEGABYTES = 200;

export async function queueAnswers(settings: Settings): Promise<string> {
  const connection = new QueueConnection({ url: settings.queueUrl });
  try {
    await queueHealth(connection);
    return settings.queueKind === 'postgres' ? 'PostgreSQL answers' : 'Redis answers';
  } finally {
    await connection.onApplicationShutdown().catch(() => undefined);
  }
}

export async function mailLeaves(settings: Settings): Promise<string> {
  if (settings.smtpUrl === undefined) {
    await mkdir(settings.mailFolder, { recursive: true });
    await access(settings.mailFolder, constants.W_OK);
    return `letters are files in ${settings.mailFolder}`;
  }
  const { smtpUrl, mailFolder: folder, mailFrom: from } = settings;
  const mailer = new Mailer({ smtpUrl, folder, from, host: 'localhost' });
  try {
    await mailer.verify();
    return 'the SMTP server answers';
  } finally {
    mailer.onApplicationShutdown();
  }
}

export async function diskHasRoom(settings: Settings): Promise<string> {
  await mkdir(settings.home, { recursive: true });
  await access(settings.home, constants.W_OK);
  const { bavail, bsize } = await statfs(settings.home);
  const megabytes = Math.floor((bavail * bsize) / 1e6);
  if (megabytes < LEAST_FREE_MEGABYTES) throw new Refusal(`${settings.home} has ${megabytes} MB left`);
  return `${settings.home} has ${megabytes} MB left`;
}
