import { isUniqueViolation, type Queryable, sqlState, type Transaction } from '#lib/database';
import { DomainError, type Language, newId, type Role } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { OfficerFacts } from '../domain/officer-facts.js';

export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly bodyId: string;
  readonly roles: readonly Role[];
  readonly language: Language;
}

export class AddressTaken extends DomainError {
  constructor() {
    super('conflict', 'there is an account with this address', { field: 'email' });
  }
}

export class BodyUnknown extends DomainError {
  constructor() {
    super('invalid-input', 'there is no such state body', { faults: [{ field: 'bodyId', fault: 'unknown' }] });
  }
}

export const officerColumns = 'o.id, o.name, o.body_id as "bodyId", o.roles, o.language';

@Injectable()
export class Officers {
  /** @returns the new officer's id. @throws AddressTaken, BodyUnknown */
  async insert(tx: Transaction, officer: OfficerFacts, passwordHash: string): Promise<string> {
    const id = newId();
    try {
      await tx.query(
        `insert into officer (id, email, name, password_hash, body_id, roles, language) values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, officer.email, officer.name, passwordHash, officer.bodyId, officer.roles, officer.language],
      );
      return id;
    } catch (error) {
      if (isUniqueViolation(error)) throw new AddressTaken();
      if (sqlState(error) === '23503' || sqlState(error) === '22P02') throw new BodyUnknown();
      throw error;
    }
  }

  /** The active account of an address, with the hash of its password. */
  async byAddress(q: Queryable, email: string): Promise<(Officer & { readonly passwordHash: string }) | undefined> {
    const [officer] = await q.query<Officer & { passwordHash: string }>(
      `select ${officerColumns}, o.password_hash as "passwordHash" from officer o where o.email = $1 and o.is_active`,
      [email],
    );
    return officer;
  }
}
