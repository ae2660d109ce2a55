import { Transactions } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { NotAllowed, NotFound } from '../../domain/rights.js';
import { ApiTokens } from '../../persistence/api-tokens.js';

@Injectable()
export class RevokeApiToken {
  constructor(
    private readonly transactions: Transactions,
    private readonly tokens: ApiTokens,
    private readonly ledger: Ledger,
  ) {}

  /** A token of one's own is worth nothing from now on. @throws NotAllowed; NotFound for somebody else's or a revoked one */
  async execute(tokenId: string, actor: Actor): Promise<void> {
    if (actor.kind !== 'officer') throw new NotAllowed('officer');
    await this.transactions.run(async (tx) => {
      if (!(await this.tokens.revoke(tx, actor.id, tokenId))) throw new NotFound('token');
      await this.ledger.record(tx, { actor, act: 'api-token.revoked', subject: { kind: 'api-token', id: tokenId } });
    });
  }
}
