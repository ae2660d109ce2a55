import type { Transaction } from '#lib/database';
import { LetterToSender } from '#lib/discussion';
import type { Processor } from '#lib/jobs';
import { closeSentence, formatInstant } from '#lib/localisation';
import { Mailer, receiptLetter, sendReceiptMail } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import { Links } from './links.js';
import { titleIn } from './title-in.js';

@Injectable()
export class SendReceiptMailProcessor implements Processor<{ remarkId: string }> {
  readonly job = sendReceiptMail;

  constructor(
    private readonly letters: LetterToSender,
    private readonly mailer: Mailer,
    private readonly links: Links,
  ) {}

  async process({ remarkId }: { remarkId: string }, tx: Transaction): Promise<void> {
    const facts = await this.letters.facts(tx, remarkId);
    if (!facts) return;
    const { language, zone, closeAt } = facts;
    await this.mailer.send(
      receiptLetter({
        ...facts,
        draft: titleIn(facts.title, language),
        receivedAt: `${formatInstant(facts.receivedAt, zone, language)} (${facts.receivedAt})`,
        hash: facts.commitment,
        close: closeAt ? closeSentence(closeAt, zone, language) : '–',
        link: this.links.ownRemark(facts.number, facts.secret, language),
      }),
    );
  }
}
