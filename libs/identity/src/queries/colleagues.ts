import { Database, type Queryable } from '#lib/database';
import { type Actor, DomainError, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** The officers of one's own body, for work that is handed on. */
@Injectable()
export class Colleagues {
  constructor(private readonly database: Database) {}

  /** Active ones with the role officer, by name; nobody for who is no official. */
  async of(actor: Actor): Promise<Colleague[]> {
    if (actor.kind !== 'officer') return [];
    return this.database.query<Colleague>(
      `select id, name from officer where body_id = $1 and is_active and 'officer' = any(roles) order by name, id`,
      [actor.bodyId],
    );
  }

  /** Names of officials by id, whoever they are: for histories that only own officials read. */
  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known = ids.filter(isId);
    const rows = await this.database.query<Colleague>('select id, name from officer where id = any($1::uuid[])', [
      known,
    ]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** @throws DomainError `invalid-input` when one of them is no active officer of the actor's body */
  async assertOfficers(q: Queryable, ids: readonly string[], actor: Actor): Promise<void> {
    if (ids.length === 0) return;
    const bodyId = actor.kind === 'officer' ? actor.bodyId : null;
    const [row] = ids.every(isId)
      ? await q.query<{ known: number }>(
          `select count(*)::int as known from officer
            where id = any($1::uuid[]) and body_id = $2 and is_active and 'officer' = any(roles)`,
          [ids, bodyId],
        )
      : [];
    if (row?.known === new Set(ids).size) return;
    throw new DomainError('invalid-input', 'there is no such officer in the body', {
      faults: [{ field: 'officerId', fault: 'unknown' }],
    });
  }
}
