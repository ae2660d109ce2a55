import type { Actor } from '#lib/kernel';
import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { NotAllowed } from '../../domain/rights.js';
import { Sealing } from '../../sealing.js';
import { factorAddress, newFactorSecret } from '../../totp.js';

export interface FactorOffer {
  /** In base32, to be typed where no picture can be read. */
  readonly secret: string;
  /** `otpauth://totp/…`, for the picture. */
  readonly address: string;
  /** The same secret sealed for this session, to come back with the first code: nothing is stored until then. */
  readonly offer: string;
}

/** What a sealed offer is about: it is worth nothing in another session. */
export const aboutOffer = (officerId: string, sessionId: string): string =>
  `factor offered to ${officerId} in ${sessionId}`;

@Injectable()
export class OfferFactor {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  /** A new secret for the authenticator of the acting officer. Changes nothing. @throws NotAllowed */
  async execute(sessionId: string, actor: Actor): Promise<FactorOffer> {
    if (actor.kind !== 'officer') throw new NotAllowed('officer');
    return this.shown(newFactorSecret(), sessionId, actor);
  }

  /** The same offer again, when its code was wrong. @throws SealBroken */
  async again(offer: string, sessionId: string, actor: Actor): Promise<FactorOffer> {
    if (actor.kind !== 'officer') throw new NotAllowed('officer');
    const secret = this.sealing.open(Buffer.from(offer, 'base64url'), aboutOffer(actor.id, sessionId));
    return this.shown(secret, sessionId, actor);
  }

  private async shown(secret: string, sessionId: string, { id }: { readonly id: string }): Promise<FactorOffer> {
    const [row] = await this.database.query<{ email: string }>('select email from officer where id = $1', [id]);
    const offer = this.sealing.seal(secret, aboutOffer(id, sessionId)).toString('base64url');
    return { secret, address: factorAddress(secret, row?.email ?? ''), offer };
  }
}
