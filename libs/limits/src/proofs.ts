import { createHmac, hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Challenge, createChallenge, type Solution, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { LIMITS_SETTINGS, type LimitsSettings } from './limits-settings.js';

/** A page proves with two hundred characters of solution beside its challenge. */
const LONGEST = 4_000;

/** A proof of work (altcha): some hundred derivations to find, one to check, for one ticket alone. */
@Injectable()
export class Proofs {
  private readonly secret: string;
  private readonly cost: number;

  constructor(@Inject(LIMITS_SETTINGS) { secret, proofCost }: LimitsSettings) {
    this.secret = createHmac('sha256', secret).update('challenges').digest('hex');
    this.cost = proofCost;
  }

  /** The challenge of a ticket; it ends with it. One derivation in 256 begins as is asked. */
  challenge(ticket: string): Promise<Challenge> {
    return createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: this.cost,
      deriveKey,
      data: { of: hash('sha256', ticket) },
      hmacSignatureSecret: this.secret,
    });
  }

  /** @param proof JSON `{ challenge, solution }`. @returns whether it is one, for this ticket, by a challenge that was given */
  async isProof(proof: string, ticket: string): Promise<boolean> {
    const given = readProof(proof);
    if (given?.challenge.parameters.data?.['of'] !== hash('sha256', ticket)) return false;
    try {
      const { verified } = await verifySolution({ ...given, deriveKey, hmacSignatureSecret: this.secret });
      return verified;
    } catch {
      return false;
    }
  }
}

function readProof(text: string): { challenge: Challenge; solution: Solution } | undefined {
  if (text.length > LONGEST) return undefined;
  try {
    const { challenge, solution } = JSON.parse(text) as { challenge?: Challenge; solution?: Solution };
    return challenge?.parameters && solution ? { challenge, solution } : undefined;
  } catch {
    return undefined;
  }
}
