import type { Transaction } from '#lib/database';
import { LetterToSender } from '#lib/discussion';
import type { Processor } from '#lib/jobs';
import { translator } from '#lib/localisation';
import { hidingLetter, Mailer, sendHidingMail } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import { Links } from './links.js';
import { titleIn } from './title-in.js';

@Injectable()
export class SendHidingMailProcessor implements Processor<{ hidingId: string }> {
  readonly job = sendHidingMail;

  constructor(
    private readonly letters: LetterToSender,
    private readonly mailer: Mailer,
    private readonly links: Links,
  ) {}

  async process({ hidingId }: { hidingId: string }, tx: Transaction): Promise<void> {
    const hiding = await this.letters.hiding(tx, hidingId);
    const facts = hiding && (await this.letters.facts(tx, hiding.remarkId));
    if (!hiding || !facts) return;
    const { to, language, number, secret, title } = facts;
    await this.mailer.send(
      hidingLetter({
        hidingId,
        to,
        language,
        number,
        passages: hiding.passages,
        draft: titleIn(title, language),
        ground: translator(language)(`hiding.ground.${hiding.ground}`),
        explanation: language === 'kk' ? hiding.explanation.kk : hiding.explanation.ru,
        developer: titleIn(hiding.developer, language),
        link: this.links.ownRemark(number, secret, language),
      }),
    );
  }
}
