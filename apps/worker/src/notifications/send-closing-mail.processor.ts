import type { Transaction } from '#lib/database';
import { LetterToSender } from '#lib/discussion';
import type { Processor } from '#lib/jobs';
import { closeSentence } from '#lib/localisation';
import { closingLetter, Mailer, sendClosingMail } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import { Links } from './links.js';
import { titleIn } from './title-in.js';

@Injectable()
export class SendClosingMailProcessor implements Processor<{ remarkId: string }> {
  readonly job = sendClosingMail;

  constructor(
    private readonly letters: LetterToSender,
    private readonly mailer: Mailer,
    private readonly links: Links,
  ) {}

  async process({ remarkId }: { remarkId: string }, tx: Transaction): Promise<void> {
    const facts = await this.letters.facts(tx, remarkId);
    if (!facts?.closeAt) return;
    const { language, discussionId, zone, closeAt, to, title } = facts;
    await this.mailer.send(
      closingLetter({
        remarkId,
        to,
        language,
        draft: titleIn(title, language),
        close: closeSentence(closeAt, zone, language),
        count: await this.letters.received(tx, discussionId),
        link: this.links.discussion(discussionId, language),
      }),
    );
  }
}
