import { isUniqueViolation, type Queryable, type Transaction } from '#lib/database';
import { NotFound } from '#lib/identity';
import { CLOCK, type Clock, DomainError, type Instant, isId, type Multilingual, newId } from '#lib/kernel';
import type { ProfileFamily } from '#lib/time-limits';
import { Inject, Injectable } from '@nestjs/common';
import type { ProcedureKind } from '../domain/new-procedure.js';
import { mayMove, ProcedureNotInState, type ProcedureState } from '../domain/procedure-lifecycle.js';

/** One dossier (R5, REQ-02). */
export interface Procedure {
  readonly id: string;
  readonly kind: ProcedureKind;
  /** The register entry of a standard; null for a draft without one. */
  readonly serviceId: string | null;
  readonly developerId: string;
  readonly title: Multilingual;
  readonly profileFamily: ProfileFamily;
  readonly state: ProcedureState;
  readonly createdAt: Instant;
}

export type NewDossier = Omit<Procedure, 'id' | 'state' | 'createdAt'>;

export class StandardAlreadyDrafted extends DomainError {
  constructor() {
    super('conflict', 'the service has a standard already (R5, REQ-02)', { clause: 'R5' });
  }
}

const columns = `id, kind, service_id as "serviceId", developer_id as "developerId",
  jsonb_strip_nulls(jsonb_build_object('kk', title_kk, 'ru', title_ru, 'en', title_en)) as title,
  profile_family as "profileFamily", state, created_at as "createdAt"`;

@Injectable()
export class Procedures {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Locks the dossier until the transaction ends. @throws NotFound */
  async lock(tx: Transaction, id: string): Promise<Procedure> {
    return this.one(tx, id, 'for update');
  }

  /** @throws NotFound */
  async byId(q: Queryable, id: string): Promise<Procedure> {
    return this.one(q, id, '');
  }

  private async one(q: Queryable, id: string, lock: '' | 'for update'): Promise<Procedure> {
    if (!isId(id)) throw new NotFound('procedure');
    const [procedure] = await q.query<Procedure>(`select ${columns} from procedure where id = $1 ${lock}`, [id]);
    if (!procedure) throw new NotFound('procedure');
    return procedure;
  }

  /**
   * Begins a dossier in REGISTERED.
   * @returns its id
   * @throws StandardAlreadyDrafted when the service has a new standard that is not withdrawn
   */
  async begin(tx: Transaction, { kind, serviceId, developerId, title, profileFamily }: NewDossier): Promise<string> {
    const id = newId();
    try {
      await tx.query(
        `insert into procedure (id, kind, service_id, developer_id, title_kk, title_ru, title_en, profile_family, state, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'REGISTERED', $9)`,
        [id, kind, serviceId, developerId, title.kk, title.ru, title.en ?? null, profileFamily, this.clock.now()],
      );
      return id;
    } catch (error) {
      if (isUniqueViolation(error)) throw new StandardAlreadyDrafted();
      throw error;
    }
  }

  /**
   * Moves the dossier to the next state by the table of `procedure-lifecycle`.
   * @throws ProcedureNotInState when there is no such step; NotFound
   */
  async move(tx: Transaction, id: string, to: ProcedureState): Promise<void> {
    const { state } = await this.lock(tx, id);
    if (!mayMove(state, to)) throw new ProcedureNotInState(state, `become ${to}`);
    await tx.query('update procedure set state = $2 where id = $1', [id, to]);
  }
}
