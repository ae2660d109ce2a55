import type { Transaction } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { ApiTokens } from '../persistence/api-tokens.js';
import { PendingSignIns } from '../persistence/pending-sign-ins.js';
import { Sessions } from '../persistence/sessions.js';

/** What an officer has by the word of a provider. */
@Injectable()
export class OpenedByProvider {
  constructor(
    private readonly sessions: Sessions,
    private readonly pendingSignIns: PendingSignIns,
    private readonly apiTokens: ApiTokens,
  ) {}

  /**
   * Ends the sessions that a provider opened, or is about to open once a code is given: it gives the officer no right any more.
   * Tokens of programs end too: whatever they were made by, nobody who knows the officer vouches for them.
   */
  async end(tx: Transaction, officerId: string, issuer: string): Promise<void> {
    await this.sessions.endByProvider(tx, officerId, issuer);
    await this.pendingSignIns.endByProvider(tx, officerId, issuer);
    await this.apiTokens.revokeAll(tx, officerId);
  }
}
