import { Database } from '#lib/database';
import type { Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { Factors } from '../persistence/factors.js';
import { OfficerBindings } from '../persistence/officer-bindings.js';
import { Officers } from '../persistence/officers.js';
import { type ListedSession, Sessions } from '../persistence/sessions.js';

export interface OwnFactor {
  readonly enrolledAt: Instant;
  /** Recovery codes not used yet. */
  readonly recoveryCodesLeft: number;
}

export interface OwnSignIns {
  readonly hasPassword: boolean;
  readonly boundAt?: Instant;
}

/** How an officer gets in: for their own eyes. */
@Injectable()
export class OwnAccess {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly factors: Factors,
    private readonly officers: Officers,
    private readonly bindings: OfficerBindings,
  ) {}

  /** Where the officer is signed in, the last seen first. */
  sessionsOf(officerId: string): Promise<ListedSession[]> {
    return this.sessions.list(officerId);
  }

  /** Whether a password lets the officer in, and since when the provider does. */
  async signInsOf(officerId: string, issuer: string | undefined): Promise<OwnSignIns> {
    const account = await this.officers.byId(this.database, officerId);
    const boundAt = issuer === undefined ? undefined : await this.bindings.since(this.database, officerId, issuer);
    return { hasPassword: account?.hasPassword ?? false, ...(boundAt === undefined ? {} : { boundAt }) };
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
