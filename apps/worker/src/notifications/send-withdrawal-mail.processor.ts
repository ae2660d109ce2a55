import type { Transaction } from '#lib/database';
import { LetterToSender } from '#lib/discussion';
import type { Processor } from '#lib/jobs';
import { Mailer, sendWithdrawalMail, withdrawalLetter } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import { Links } from './links.js';
import { titleIn } from './title-in.js';

@Injectable()
export class SendWithdrawalMailProcessor implements Processor<{ remarkId: string }> {
  readonly job = sendWithdrawalMail;

  constructor(
    private readonly letters: LetterToSender,
    private readonly mailer: Mailer,
    private readonly links: Links,
  ) {}

  async process({ remarkId }: { remarkId: string }, tx: Transaction): Promise<void> {
    const facts = await this.letters.facts(tx, remarkId);
    if (!facts?.withdrawalReason) return;
    const { to, language, number, discussionId, title, withdrawalReason: reason } = facts;
    const link = this.links.discussion(discussionId, language);
    await this.mailer.send(
      withdrawalLetter({ remarkId, to, language, number, reason, link, draft: titleIn(title, language) }),
    );
  }
}
