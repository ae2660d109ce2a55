import { type Transaction, Transactions } from '#lib/database';
import { type Actor, DomainError } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { readFactorCode } from '../../domain/recovery-code.js';
import { NotAllowed } from '../../domain/rights.js';
import { aboutFactor } from '../../factor-check.js';
import { Factors } from '../../persistence/factors.js';
import { Sessions } from '../../persistence/sessions.js';
import { newRecoveryCodes, recoveryCodeHash } from '../../recovery-codes.js';
import { SealBroken, Sealing } from '../../sealing.js';
import { stepOfCode } from '../../totp.js';
import { aboutOffer } from './offer-factor.js';

export interface SetFactorInput {
  /** As OfferFactor gave it. */
  readonly offer: string;
  readonly code: string;
  readonly sessionId: string;
}

/** Ten codes, shown once, and the token of the session that goes on. */
export interface FactorSet {
  readonly recoveryCodes: readonly string[];
  readonly token: string;
}

/** `details.faults`: the code is of another secret or another time, or the offer is of another session. */
export class FactorNotSet extends DomainError {
  constructor(field: 'code' | 'offer') {
    super('invalid-input', `the second factor was not set: the ${field} is wrong`, {
      faults: [{ field, fault: 'wrong' }],
    });
  }
}

@Injectable()
export class SetFactor {
  constructor(
    private readonly transactions: Transactions,
    private readonly factors: Factors,
    private readonly sessions: Sessions,
    private readonly sealing: Sealing,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Sets or replaces the second factor of the acting officer once its first code is right. Every session ends; the one that asks goes
   * on under a new token.
   * @throws NotAllowed, FactorNotSet
   */
  async execute({ offer, code, sessionId }: SetFactorInput, actor: Actor): Promise<FactorSet> {
    if (actor.kind !== 'officer') throw new NotAllowed('officer');
    const secret = this.opened(offer, aboutOffer(actor.id, sessionId));
    const digits = readFactorCode(code);
    if (digits === undefined) throw new FactorNotSet('code');
    return this.transactions.run(async (tx) => {
      await this.factors.lock(tx, actor.id);
      const step = stepOfCode(secret, digits, await this.factors.now(tx));
      if (step === undefined) throw new FactorNotSet('code');
      return this.within(tx, { secret, step, sessionId }, actor);
    });
  }

  private async within(
    tx: Transaction,
    { secret, step, sessionId }: { secret: string; step: number; sessionId: string },
    actor: Extract<Actor, { kind: 'officer' }>,
  ): Promise<FactorSet> {
    const place = await this.sessions.before(tx, sessionId);
    await this.factors.set(tx, actor.id, this.sealing.seal(secret, aboutFactor(actor.id)), step);
    const recoveryCodes = newRecoveryCodes();
    await this.factors.replaceRecoveryCodes(tx, actor.id, recoveryCodes.map(recoveryCodeHash));
    await this.ledger.record(tx, { actor, act: 'officer.factor-set', subject: { kind: 'officer', id: actor.id } });
    return { recoveryCodes, token: await this.sessions.openAnew(tx, actor.id, place) };
  }

  private opened(offer: string, about: string): string {
    try {
      return this.sealing.open(Buffer.from(offer, 'base64url'), about);
    } catch (error) {
      if (error instanceof SealBroken) throw new FactorNotSet('offer');
      throw error;
    }
  }
}
