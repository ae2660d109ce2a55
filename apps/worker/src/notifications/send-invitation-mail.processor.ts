import type { Transaction } from '#lib/database';
import { AccountLetters } from '#lib/identity';
import type { Processor } from '#lib/jobs';
import { formatInstant, OFFICE_ZONE } from '#lib/localisation';
import { invitationLetter, Mailer, sendInvitationMail } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import { Links } from './links.js';
import { titleIn } from './title-in.js';

@Injectable()
export class SendInvitationMailProcessor implements Processor<{ invitationId: string }> {
  readonly job = sendInvitationMail;

  constructor(
    private readonly letters: AccountLetters,
    private readonly mailer: Mailer,
    private readonly links: Links,
  ) {}

  async process({ invitationId }: { invitationId: string }, tx: Transaction): Promise<void> {
    const facts = await this.letters.invitation(tx, invitationId);
    if (!facts) return;
    const { to, language, token, expiresAt, body } = facts;
    const link = this.links.invitation(token, language);
    const until = formatInstant(expiresAt, OFFICE_ZONE, language);
    await this.mailer.send(
      invitationLetter({ invitationId, to, language, link, until, body: titleIn(body, language) }),
    );
  }
}
