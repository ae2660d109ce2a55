import type { Transaction } from '#lib/database';
import type { Language } from '#lib/kernel';
import { newToken, tokenHash } from '#lib/privacy';
import { Injectable } from '@nestjs/common';

/** How long somebody may take at the provider. */
const STAY = `interval '10 minutes'`;

/** What somebody went to the provider for. */
export type VisitPurpose = 'SIGN_IN' | 'CONFIRMATION' | 'BINDING' | 'INVITATION' | 'SENDER';

export interface NewVisit {
  readonly purpose: VisitPurpose;
  readonly language: Language;
  /** A page of officials to go on to; empty for none. */
  readonly nextPath?: string;
  /** Of a confirmation or a binding. */
  readonly sessionId?: string;
  /** Of an invitation. */
  readonly invitationHash?: Buffer;
}

export interface OpenVisit {
  readonly purpose: VisitPurpose;
  readonly language: Language;
  readonly nextPath: string;
  readonly sessionId: string | null;
  readonly invitationHash: Buffer | null;
  /** Seconds since 1970 by the database clock. */
  readonly beganAt: number;
}

@Injectable()
export class ProviderVisits {
  /** @returns the token for the browser's cookie, from which state, nonce and verifier follow */
  async open(tx: Transaction, visit: NewVisit): Promise<string> {
    const token = newToken();
    await tx.query('delete from provider_visit where expires_at <= clock_timestamp()');
    await tx.query(
      `insert into provider_visit (token_hash, purpose, language, next_path, session_id, invitation_hash, expires_at)
       values ($1, $2, $3, $4, $5, $6, clock_timestamp() + ${STAY})`,
      [
        tokenHash(token),
        visit.purpose,
        visit.language,
        visit.nextPath ?? '',
        visit.sessionId ?? null,
        visit.invitationHash ?? null,
      ],
    );
    return token;
  }

  /** Uses a visit for one of these purposes up: of two returns, one. */
  async take(tx: Transaction, token: string, purposes: readonly VisitPurpose[]): Promise<OpenVisit | undefined> {
    const [visit] = await tx.query<OpenVisit>(
      `delete from provider_visit where token_hash = $1 and purpose = any ($2) and expires_at > clock_timestamp()
       returning purpose, language, next_path as "nextPath", session_id as "sessionId", invitation_hash as "invitationHash",
         extract(epoch from began_at)::float8 as "beganAt"`,
      [tokenHash(token), purposes],
    );
    return visit;
  }
}
