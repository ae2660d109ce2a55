import { CLOCK, type Clock, type Instant, millisecondsBetween, plusMilliseconds } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { SealBroken, Sealing } from './sealing.js';

/** Whom the provider named; for the sealed sender of a remark and nothing else. */
export interface ConfirmedSender {
  readonly kind: 'provider';
  readonly issuer: string;
  readonly subject: string;
  /** As the provider gives it; empty when it gives none. */
  readonly name: string;
  /** What the settings call the provider. */
  readonly provider: string;
}

/** An address whose mailbox agreed to remarks in one discussion; for the same and nothing else. */
export interface ConfirmedMailbox {
  readonly kind: 'email';
  readonly address: string;
  readonly discussionId: string;
}

export type SenderPass = ConfirmedSender | ConfirmedMailbox;

/** A pass is good for so long. */
export const SENDER_PASS_SECONDS = 30 * 60;
const ABOUT = 'pass of a confirmed sender';

/** What confirms a sender for half an hour, kept by their own browser alone: sealed, so that nobody makes or reads one. */
@Injectable()
export class SenderPasses {
  constructor(
    private readonly sealing: Sealing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For a cookie or a header: base 64 for addresses. */
  write(sender: SenderPass): string {
    const until = plusMilliseconds(this.clock.now(), SENDER_PASS_SECONDS * 1_000);
    return this.sealing.seal(JSON.stringify({ sender, until }), ABOUT).toString('base64url');
  }

  /** Whom a pass confirms; undefined for one that is old, changed, or none. */
  read(pass: string): SenderPass | undefined {
    // Most who write have none: no key is looked for, in the ring or in its file, on the way of every remark.
    if (pass === '') return undefined;
    try {
      const text = this.sealing.open(Buffer.from(pass, 'base64url'), ABOUT);
      const { sender, until } = JSON.parse(text) as { sender: SenderPass; until: Instant };
      return millisecondsBetween(this.clock.now(), until) > 0 ? sender : undefined;
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }
}
