import { MentionLetter } from '#lib/consideration';
import type { Transaction } from '#lib/database';
import type { Processor } from '#lib/jobs';
import { Mailer, mentionLetter, sendMentionMail } from '#lib/notifications';
import { Injectable } from '@nestjs/common';
import { Links } from './links.js';

type Data = { noteId: string; officerId: string };

@Injectable()
export class SendMentionMailProcessor implements Processor<Data> {
  readonly job = sendMentionMail;

  constructor(
    private readonly letters: MentionLetter,
    private readonly mailer: Mailer,
    private readonly links: Links,
  ) {}

  async process({ noteId, officerId }: Data, tx: Transaction): Promise<void> {
    const facts = await this.letters.facts(tx, noteId, officerId);
    if (!facts) return;
    const link = this.links.officerRemark(facts.number, facts.language);
    await this.mailer.send(mentionLetter({ noteId, officerId, ...facts, link }));
  }
}
