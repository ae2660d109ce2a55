import { hash, timingSafeEqual } from 'node:crypto';
import { type Instant, isInstant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { idempotencyKey } from '../domain/idempotency-key.js';
import { Senders } from '../sealing/senders.js';
import type { SubmitRemarkInput } from '../use-cases/submit-remark.js';
import { AttachedFiles } from './attached-files.js';
import { IntakeRows } from './intake-rows.js';

/** What a ticket says; every instant is the database's. */
export interface TicketFacts {
  /** When the first complete request with this very content was in our hands. */
  readonly arrivedAt: Instant;
  readonly goodUntil: Instant;
  /** From when it is good without a proof; null when nothing but a proof will do. */
  readonly readyAt: Instant | null;
}

/**
 * REQ-47: what a sender who has to wait gets in hand. It is good for one draft, one idempotency key and one content to the last letter
 * and attachment, so it can be used twice only to get the same receipt, and holds nothing that could be read.
 */
@Injectable()
export class ArrivalTickets {
  constructor(
    private readonly rows: IntakeRows,
    private readonly senders: Senders,
    private readonly files: AttachedFiles,
  ) {}

  /** What a ticket is bound to. @throws DomainError `idempotency-key-invalid`, `attachment-refused` */
  async bindingOf(input: SubmitRemarkInput): Promise<string> {
    const fingerprint = this.rows.fingerprintOf(input, await this.files.hashesOf(input.attachments));
    return JSON.stringify([input.discussionId, idempotencyKey(input.idempotencyKey), fingerprint]);
  }

  write(facts: TicketFacts, binding: string): string {
    const { arrivedAt, goodUntil, readyAt } = facts;
    return [arrivedAt, goodUntil, readyAt ?? '', this.seal(facts, binding)].join('~');
  }

  /** @returns undefined for anything that was not written for this binding */
  read(ticket: string, binding: string): TicketFacts | undefined {
    const [arrivedAt = '', goodUntil = '', readyAt = '', seal = '', ...more] = ticket.split('~');
    if (more.length > 0 || !isInstant(arrivedAt) || !isInstant(goodUntil)) return undefined;
    if (readyAt !== '' && !isInstant(readyAt)) return undefined;
    const facts = { arrivedAt, goodUntil, readyAt: readyAt === '' ? null : readyAt };
    const digest = (text: string) => hash('sha256', text, 'buffer');
    return timingSafeEqual(digest(seal), digest(this.seal(facts, binding))) ? facts : undefined;
  }

  private seal({ arrivedAt, goodUntil, readyAt }: TicketFacts, binding: string): string {
    return this.senders.digest('arrival-ticket', JSON.stringify([arrivedAt, goodUntil, readyAt, binding]));
  }
}
