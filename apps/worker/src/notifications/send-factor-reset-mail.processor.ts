import type { Transaction } from '#lib/database';
import { AccountLetters } from '#lib/identity';
import type { Processor } from '#lib/jobs';
import { factorResetLetter, Mailer, sendFactorResetMail } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import { Links } from './links.js';

type Data = { officerId: string; actId: string };

@Injectable()
export class SendFactorResetMailProcessor implements Processor<Data> {
  readonly job = sendFactorResetMail;

  constructor(
    private readonly letters: AccountLetters,
    private readonly mailer: Mailer,
    private readonly links: Links,
  ) {}

  async process({ officerId, actId }: Data, tx: Transaction): Promise<void> {
    const facts = await this.letters.officer(tx, officerId);
    if (!facts) return;
    await this.mailer.send(factorResetLetter({ actId, ...facts, link: this.links.signIn(facts.language) }));
  }
}
