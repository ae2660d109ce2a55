import { Injectable } from '@nestjs/common';
import { ApiTokens, type ListedToken } from '../persistence/api-tokens.js';

/** The tokens of an officer's programs, for the officer's own eyes. */
@Injectable()
export class OwnApiTokens {
  constructor(private readonly tokens: ApiTokens) {}

  /** The newest first, expired ones too; revoked ones are gone. */
  of(officerId: string): Promise<ListedToken[]> {
    return this.tokens.list(officerId);
  }
}
