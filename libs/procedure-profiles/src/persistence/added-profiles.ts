import type { Queryable, Transaction } from '#lib/database';
import { canonicalJson } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { AddedProfile } from '../domain/added-profile.js';
import type { NewProfile } from '../domain/profile-rules.js';

/** The advisory lock of whoever adds or withdraws a profile; readers do not wait. */
const LOCK = 7_201;

/** Every profile that was ever added, in that order. */
export const readAddedProfiles = (q: Queryable): Promise<AddedProfile[]> =>
  q.query<AddedProfile>(
    `select id, uid, family, based_on as "basedOn", valid_from::text as "validFrom", rules, added_by as "addedBy",
            added_at as "addedAt", withdrawn_at as "withdrawnAt"
       from procedure_profile order by added_at, id`,
  );

@Injectable()
export class AddedProfiles {
  /** One after the other: what the next one is checked against is what the one before left. */
  async lock(tx: Transaction): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
  }

  async add(tx: Transaction, uid: string, added: NewProfile, addedBy: string): Promise<void> {
    const { id, family, basedOn, validFrom, rules } = added;
    await tx.query(
      `insert into procedure_profile (id, uid, family, based_on, valid_from, rules, added_by)
       values ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
      [id, uid, family, basedOn, validFrom, canonicalJson(rules), addedBy],
    );
  }

  async withdraw(tx: Transaction, id: string, withdrawnBy: string): Promise<void> {
    await tx.query('update procedure_profile set withdrawn_by = $2, withdrawn_at = clock_timestamp() where id = $1', [
      id,
      withdrawnBy,
    ]);
  }
}
