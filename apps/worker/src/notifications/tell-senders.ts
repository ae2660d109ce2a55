import type { Transaction } from '#lib/database';
import { LetterToSender } from '#lib/discussion';
import { type EventDefinition, Outbox } from '#lib/jobs';
import { Injectable } from '@nestjs/common';

/** One event for every sender of a discussion who left an address: a letter that fails is tried again alone. */
@Injectable()
export class TellSenders {
  constructor(
    private readonly letters: LetterToSender,
    private readonly outbox: Outbox,
  ) {}

  async of(tx: Transaction, discussionId: string, event: EventDefinition<{ remarkId: string }>): Promise<void> {
    for await (const remarks of this.letters.reachable(tx, discussionId)) {
      const each = remarks.map((remarkId) => ({ remarkId }));
      await this.outbox.emitMany(tx, event, each);
    }
  }
}
