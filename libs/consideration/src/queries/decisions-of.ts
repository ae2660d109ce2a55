import { Database } from '#lib/database';
import { type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Decision } from '../domain/decision.js';

export interface DecisionRow extends Decision {
  readonly point: number;
  /** The remark was split anew since, without this point. */
  readonly isRetired: boolean;
  readonly version: number;
  readonly decidedBy: string;
  readonly decidedAt: Instant;
  readonly supersededAt: Instant | null;
  /** The second officer, where the profile asks for one; null before. */
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant | null;
}

@Injectable()
export class DecisionsOf {
  constructor(private readonly database: Database) {}

  /** The decision in force on each point of a remark, in the order of the points. */
  current(remarkId: string): Promise<DecisionRow[]> {
    return this.select(remarkId, 'and d.superseded_at is null and p.retired_at is null');
  }

  /** Every decision ever made on a remark, the newest of each point first, retired points last; for officials. */
  history(remarkId: string): Promise<DecisionRow[]> {
    return this.select(remarkId, '');
  }

  private async select(remarkId: string, condition: string): Promise<DecisionRow[]> {
    if (!isId(remarkId)) return [];
    return this.database.query<DecisionRow>(
      `select p.position as point, p.retired_at is not null as "isRetired", d.version, d.outcome, d.reason_code as "reasonCode",
              d.ground_kk as "groundKk", d.ground_ru as "groundRu", d.changed_clauses as "changedClauses",
              d.no_change_kk as "noChangeKk", d.no_change_ru as "noChangeRu", d.decided_by as "decidedBy",
              d.decided_at as "decidedAt", d.superseded_at as "supersededAt", c.confirmed_by as "confirmedBy",
              c.confirmed_at as "confirmedAt"
         from point p join decision d on d.point_id = p.id left join decision_confirmation c on c.decision_id = d.id
        where p.remark_id = $1 ${condition}
        order by p.retired_at is not null, p.position, p.id, d.version desc`,
      [remarkId],
    );
  }
}
