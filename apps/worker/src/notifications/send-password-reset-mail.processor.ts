import type { Transaction } from '#lib/database';
import { AccountLetters } from '#lib/identity';
import type { Processor } from '#lib/jobs';
import { formatInstant, OFFICE_ZONE } from '#lib/localisation';
import { Mailer, passwordResetLetter, sendPasswordResetMail } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import { Links } from './links.js';

@Injectable()
export class SendPasswordResetMailProcessor implements Processor<{ resetId: string }> {
  readonly job = sendPasswordResetMail;

  constructor(
    private readonly letters: AccountLetters,
    private readonly mailer: Mailer,
    private readonly links: Links,
  ) {}

  async process({ resetId }: { resetId: string }, tx: Transaction): Promise<void> {
    const facts = await this.letters.passwordReset(tx, resetId);
    if (!facts) return;
    const { to, language, token, expiresAt } = facts;
    const until = formatInstant(expiresAt, OFFICE_ZONE, language);
    const link = this.links.passwordReset(token, language);
    await this.mailer.send(passwordResetLetter({ resetId, to, language, link, until }));
  }
}
