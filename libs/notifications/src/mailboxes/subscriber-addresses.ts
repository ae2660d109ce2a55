import { timingSafeEqual } from 'node:crypto';
import { isToken, LinkNotValid, Seal } from '#lib/privacy';
import { Inject, Injectable } from '@nestjs/common';
import { SealedAddresses } from './sealed-addresses.js';

/** The injection token of the `Seal` of subscribers. */
export const SUBSCRIBER_SEAL = Symbol('SubscriberSeal');

/** The addresses of subscribers, and what stands in their letters. */
@Injectable()
export class SubscriberAddresses extends SealedAddresses {
  constructor(@Inject(SUBSCRIBER_SEAL) private readonly keys: Seal) {
    super(keys, 'subscription');
  }

  /** What each letter of a subscription has in its links: who has it may see and end what the mailbox gets. No table holds it. */
  secretOf(subscriptionId: string): string {
    return this.keys.index('subscription-link', subscriptionId).toString('base64url');
  }

  /** @throws LinkNotValid when it is not the secret of this subscription, whether or not there is one */
  assertSecret(subscriptionId: string, secret: string): void {
    if (!isToken(secret) || !timingSafeEqual(Buffer.from(secret), Buffer.from(this.secretOf(subscriptionId))))
      throw new LinkNotValid();
  }
}
