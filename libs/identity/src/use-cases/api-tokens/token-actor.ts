import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { isApiToken, type TokenAccess } from '../../domain/api-token.js';
import { ApiTokens } from '../../persistence/api-tokens.js';

export interface TokenNow {
  readonly actor: Extract<Actor, { kind: 'officer' }>;
  readonly access: TokenAccess;
  readonly hasFactor: boolean;
}

@Injectable()
export class TokenActor {
  constructor(private readonly tokens: ApiTokens) {}

  /**
   * For whom a program acts, with the roles that its token and the officer both have now; undefined when the token was never made, has
   * expired or was revoked, or its officer was deactivated or moved, set another password, or had the second factor reset.
   */
  async execute(token: string): Promise<TokenNow | undefined> {
    const holder = isApiToken(token) ? await this.tokens.holder(token) : undefined;
    if (!holder) return undefined;
    const { id, name, bodyId, roles } = holder.officer;
    return { actor: { kind: 'officer', id, name, bodyId, roles }, access: holder.access, hasFactor: holder.hasFactor };
  }
}
