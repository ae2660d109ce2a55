import { Transactions } from '#lib/database';
import { type Actor, DomainError } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { newToken } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { type TokenFacts, type TokenFault, tokenFaults } from '../../domain/api-token.js';
import { NotAllowed } from '../../domain/rights.js';
import { ApiTokens } from '../../persistence/api-tokens.js';
import { Officers } from '../../persistence/officers.js';

/** Of one officer at once. */
const AT_MOST = 50;

export interface TokenMade {
  readonly id: string;
  /** Shown once; it cannot be had again. */
  readonly token: string;
}

/** `details.faults` names each field at fault. */
export class TokenNotMade extends DomainError {
  constructor(faults: readonly TokenFault[]) {
    const named = faults.map(({ field, fault }) => `${field} ${fault}`).join(', ');
    super('invalid-input', `the token was not made: ${named}`, { faults });
  }
}

@Injectable()
export class MakeApiToken {
  constructor(
    private readonly transactions: Transactions,
    private readonly officers: Officers,
    private readonly tokens: ApiTokens,
    private readonly ledger: Ledger,
  ) {}

  /**
   * A token by which a program acts for the acting officer: with some of the officer's roles, to look or to act, for a year at most.
   * @throws NotAllowed, TokenNotMade; DomainError `conflict` when there are fifty
   */
  async execute(input: TokenFacts, actor: Actor): Promise<TokenMade> {
    if (actor.kind !== 'officer') throw new NotAllowed('officer');
    const facts = { ...input, name: input.name.normalize('NFC').trim(), roles: [...new Set(input.roles)] };
    const token = `tlq_${newToken()}`;
    return this.transactions.run(async (tx) => {
      const officer = await this.officers.locked(tx, actor.id);
      if (!officer) throw new NotAllowed('officer');
      const faults = tokenFaults(facts, officer.roles);
      if (faults.length > 0) throw new TokenNotMade(faults);
      if ((await this.tokens.count(tx, actor.id)) >= AT_MOST)
        throw new DomainError('conflict', `there are ${AT_MOST} tokens already; revoke one first`);
      const id = await this.tokens.insert(tx, actor.id, token, facts);
      const { roles, access, days } = facts;
      const data = { officerId: actor.id, roles, access, days };
      await this.ledger.record(tx, { actor, act: 'api-token.made', subject: { kind: 'api-token', id }, data });
      return { id, token };
    });
  }
}
