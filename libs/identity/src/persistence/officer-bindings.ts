import { isUniqueViolation, type Queryable, type Transaction } from '#lib/database';
import { DomainError, type Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type Account, Officers } from './officers.js';

/** Whom a provider means: its own word for itself and for the person. An address is none: it may pass to somebody else. */
export interface ProviderSubject {
  readonly issuer: string;
  readonly subject: string;
}

/** The account at the provider lets somebody else in here, or this official has another there. */
export class SubjectTaken extends DomainError {
  constructor() {
    super('conflict', 'this account at the provider, or this official, is bound already');
  }
}

@Injectable()
export class OfficerBindings {
  constructor(private readonly officers: Officers) {}

  /** @throws SubjectTaken */
  async insert(tx: Transaction, officerId: string, { issuer, subject }: ProviderSubject): Promise<void> {
    try {
      await tx.query('insert into officer_binding (issuer, subject, officer_id) values ($1, $2, $3)', [
        issuer,
        subject,
        officerId,
      ]);
    } catch (error) {
      if (isUniqueViolation(error)) throw new SubjectTaken();
      throw error;
    }
  }

  /** The active account of a subject, locked until the end of the transaction. */
  async locked(tx: Transaction, { issuer, subject }: ProviderSubject): Promise<Account | undefined> {
    const [bound] = await tx.query<{ officerId: string }>(
      'select officer_id as "officerId" from officer_binding where issuer = $1 and subject = $2',
      [issuer, subject],
    );
    return bound && this.officers.locked(tx, bound.officerId);
  }

  /** Since when an official is bound to a provider. */
  async since(q: Queryable, officerId: string, issuer: string): Promise<Instant | undefined> {
    const [bound] = await q.query<{ boundAt: Instant }>(
      'select bound_at as "boundAt" from officer_binding where officer_id = $1 and issuer = $2',
      [officerId, issuer],
    );
    return bound?.boundAt;
  }

  /** Sessions the provider opened end with it. @returns whether there was one */
  async remove(tx: Transaction, officerId: string, issuer: string): Promise<boolean> {
    const removed = await tx.query(
      'delete from officer_binding where officer_id = $1 and issuer = $2 returning officer_id',
      [officerId, issuer],
    );
    return removed.length > 0;
  }
}
