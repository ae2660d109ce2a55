import type { Transaction } from '#lib/database';
import { LetterToSender } from '#lib/discussion';
import type { Processor } from '#lib/jobs';
import { Mailer, objectionLetter, sendObjectionMail } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import { Links } from './links.js';
import { titleIn } from './title-in.js';

@Injectable()
export class SendObjectionMailProcessor implements Processor<{ objectionId: string }> {
  readonly job = sendObjectionMail;

  constructor(
    private readonly letters: LetterToSender,
    private readonly mailer: Mailer,
    private readonly links: Links,
  ) {}

  async process({ objectionId }: { objectionId: string }, tx: Transaction): Promise<void> {
    const answered = await this.letters.objection(tx, objectionId);
    const facts = answered && (await this.letters.facts(tx, answered.remarkId));
    if (!answered || !facts) return;
    const { to, language, number, secret, title } = facts;
    await this.mailer.send(
      objectionLetter({
        objectionId,
        to,
        language,
        number,
        draft: titleIn(title, language),
        isUpheld: answered.outcome === 'UPHELD',
        answer: answered.answer,
        link: this.links.ownRemark(number, secret, language),
      }),
    );
  }
}
