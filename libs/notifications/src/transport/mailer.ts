import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Letter } from '../letters/letter.js';
import { MAIL_SETTINGS, type MailSettings } from './mail-settings.js';

/** Longer than a slow server needs, shorter than the database lets a transaction wait. */
const TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 8_000 };

@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly smtp: Transporter | undefined;
  private readonly logger = new Logger('Mail');

  constructor(@Inject(MAIL_SETTINGS) private readonly settings: MailSettings) {
    this.smtp = settings.smtpUrl
      ? createTransport({ url: settings.smtpUrl, pool: true, maxConnections: 4, ...TIMEOUTS })
      : undefined;
  }

  /**
   * `sent`: the server has taken the letter, or its file is whole on disk. `refused`: the server will never take it (an address
   * that does not exist); to try again would be refused again. Throws when neither is known, so that the job is tried again.
   */
  async send(letter: Letter): Promise<'sent' | 'refused'> {
    const message = {
      from: this.settings.from,
      to: { name: '', address: letter.to },
      subject: letter.subject,
      text: letter.text,
      messageId: `<${letter.id}@${this.settings.host}>`,
      headers: { 'Content-Language': letter.language, 'Auto-Submitted': 'auto-generated', ...endingOf(letter) },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
    try {
      if (this.smtp) await this.smtp.sendMail(message);
      else await this.toFile(letter, message);
      return 'sent';
    } catch (error) {
      if (!isRefusedForGood(error)) throw error;
      this.logger.warn({ msg: 'a letter was refused for good', letter: letter.id });
      return 'refused';
    }
  }

  /** Whether the SMTP server answers; a folder always does. */
  async verify(): Promise<void> {
    await this.smtp?.verify();
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
  }

  private async toFile(letter: Letter, message: object): Promise<void> {
    const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
    const { message: content } = await composer.sendMail(message);
    await mkdir(this.settings.folder, { recursive: true });
    const file = join(this.settings.folder, `${letter.id}.eml`);
    await writeFile(`${file}.part`, content as Buffer);
    await rename(`${file}.part`, file);
  }
}

/** RFC 2369 and RFC 8058: the button of mail programs by which who gets the letter ends it. */
function endingOf({ endsAt }: Letter): Record<string, string> {
  if (endsAt === undefined) return {};
  return {
    'List-Unsubscribe': `<${endsAt}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    Precedence: 'bulk',
  };
}

/** A 5xx about the recipient or the content; one about signing in is ours to mend and worth another try. */
function isRefusedForGood(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
}
