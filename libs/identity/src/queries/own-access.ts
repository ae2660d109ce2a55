import { Database } from '#lib/database';
import type { Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { Factors } from '../persistence/factors.js';
import { type ListedSession, Sessions } from '../persistence/sessions.js';

export interface OwnFactor {
  readonly enrolledAt: Instant;
  /** Recovery codes not used yet. */
  readonly recoveryCodesLeft: number;
}

/** How an officer gets in: for their own eyes. */
@Injectable()
export class OwnAccess {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly factors: Factors,
  ) {}

  /** Where the officer is signed in, the last seen first. */
  sessionsOf(officerId: string): Promise<ListedSession[]> {
    return this.sessions.list(officerId);
  }

  async factorOf(officerId: string): Promise<OwnFactor | undefined> {
    const [row] = await this.database.query<{ enrolledAt: Instant }>(
      'select enrolled_at as "enrolledAt" from officer_factor where officer_id = $1',
      [officerId],
    );
    if (!row) return undefined;
    return {
      enrolledAt: row.enrolledAt,
      recoveryCodesLeft: await this.factors.recoveryCodesOf(this.database, officerId),
    };
  }
}
