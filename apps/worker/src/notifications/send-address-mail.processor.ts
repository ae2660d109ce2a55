import type { Transaction } from '#lib/database';
import { AddressConfirmations } from '#lib/discussion';
import type { Processor } from '#lib/jobs';
import { formatInstant, OFFICE_ZONE } from '#lib/localisation';
import { addressLetter, Mailer, sendAddressMail } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import { Links } from './links.js';
import { titleIn } from './title-in.js';

@Injectable()
export class SendAddressMailProcessor implements Processor<{ confirmationId: string }> {
  readonly job = sendAddressMail;

  constructor(
    private readonly confirmations: AddressConfirmations,
    private readonly mailer: Mailer,
    private readonly links: Links,
  ) {}

  async process({ confirmationId }: { confirmationId: string }, tx: Transaction): Promise<void> {
    const facts = await this.confirmations.letter(tx, confirmationId);
    if (!facts) return;
    const { to, language, token, expiresAt, title } = facts;
    const until = formatInstant(expiresAt, OFFICE_ZONE, language);
    const link = this.links.senderAddress(token, language);
    const draft = titleIn(title, language);
    await this.mailer.send(addressLetter({ confirmationId, to, language, draft, link, until }));
  }
}
