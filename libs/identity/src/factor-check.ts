import type { Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { readFactorCode, readRecoveryCode } from './domain/recovery-code.js';
import { Factors } from './persistence/factors.js';
import { recoveryCodeHash } from './recovery-codes.js';
import { Sealing } from './sealing.js';
import { stepOfCode } from './totp.js';

export type FactorProof = 'code' | 'recovery-code';

/** What the sealed secret of an officer's factor is about. */
export const aboutFactor = (officerId: string): string => `second factor of ${officerId}`;

@Injectable()
export class FactorCheck {
  constructor(
    private readonly factors: Factors,
    private readonly sealing: Sealing,
  ) {}

  /** Takes a code of the authenticator or a recovery code, and uses it up with the transaction; undefined when it is neither. */
  async take(tx: Transaction, officerId: string, typed: string): Promise<FactorProof | undefined> {
    const recovery = readRecoveryCode(typed);
    if (recovery !== undefined) {
      const isTaken = await this.factors.takeRecoveryCode(tx, officerId, recoveryCodeHash(recovery));
      return isTaken ? 'recovery-code' : undefined;
    }
    const code = readFactorCode(typed);
    const factor = code === undefined ? undefined : await this.factors.of(tx, officerId);
    if (code === undefined || !factor) return undefined;
    const secret = this.sealing.open(factor.sealedSecret, aboutFactor(officerId));
    const step = stepOfCode(secret, code, factor.epoch);
    return step !== undefined && (await this.factors.takeStep(tx, officerId, step)) ? 'code' : undefined;
  }
}
