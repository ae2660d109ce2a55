import { isUniqueViolation, type Queryable, sqlState, type Transaction } from '#lib/database';
import { DomainError, isId, type Language, newId, type Role } from '#lib/kernel';
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

/** What signing in looks at. It stays inside this lib. */
export interface Account extends Officer {
  readonly email: string;
  readonly passwordHash: string;
  /** Without one a provider alone lets the officer in. */
  readonly hasPassword: boolean;
  readonly hasFactor: boolean;
}

export const officerColumns = 'o.id, o.name, o.body_id as "bodyId", o.roles, o.language';

const selectAccount = `select ${officerColumns}, o.email, o.password_hash as "passwordHash", not o.by_provider_alone as "hasPassword",
  exists (select from officer_factor f where f.officer_id = o.id) as "hasFactor" from officer o`;

/** What the rest of the house may know of an account. */
export const officerOf = ({ id, name, bodyId, roles, language }: Officer): Officer => ({
  id,
  name,
  bodyId,
  roles,
  language,
});

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

  /** The active account of an address. */
  async byAddress(q: Queryable, email: string): Promise<Account | undefined> {
    const [account] = await q.query<Account>(`${selectAccount} where o.email = $1 and o.is_active`, [email]);
    return account;
  }

  /** An active account. */
  async byId(q: Queryable, id: string): Promise<Account | undefined> {
    const [account] = await q.query<Account>(`${selectAccount} where o.id = $1 and o.is_active`, [id]);
    return account;
  }

  /** An active account, locked until the end of the transaction. */
  async locked(tx: Transaction, id: string): Promise<Account | undefined> {
    const [account] = await tx.query<Account>(`${selectAccount} where o.id = $1 and o.is_active for update of o`, [id]);
    return account;
  }

  /** Active or not, locked until the end of the transaction. */
  async lockedRecord(
    tx: Transaction,
    id: string,
  ): Promise<(Pick<Officer, 'roles'> & { isActive: boolean }) | undefined> {
    if (!isId(id)) return undefined;
    const [record] = await tx.query<Pick<Officer, 'roles'> & { isActive: boolean }>(
      'select roles, is_active as "isActive" from officer where id = $1 for update',
      [id],
    );
    return record;
  }

  async setRoles(tx: Transaction, id: string, roles: readonly Role[]): Promise<void> {
    await tx.query('update officer set roles = $2 where id = $1', [id, roles]);
  }

  async setActivity(tx: Transaction, id: string, isActive: boolean): Promise<void> {
    await tx.query('update officer set is_active = $2 where id = $1', [id, isActive]);
  }

  async setPassword(tx: Transaction, id: string, passwordHash: string): Promise<void> {
    await tx.query('update officer set password_hash = $2, by_provider_alone = false where id = $1', [
      id,
      passwordHash,
    ]);
  }

  /** Of an account that a provider alone lets in. */
  async noPassword(tx: Transaction, id: string): Promise<void> {
    await tx.query('update officer set by_provider_alone = true where id = $1', [id]);
  }

  async setBody(tx: Transaction, id: string, bodyId: string): Promise<void> {
    await tx.query('update officer set body_id = $2 where id = $1', [id, bodyId]);
  }

  /** The register is a lib above: a body is found by its table. */
  async bodyByCode(q: Queryable, code: string): Promise<string | undefined> {
    const [body] = await q.query<{ id: string }>('select id from state_body where code = $1', [code]);
    return body?.id;
  }
}
