import { type Transaction, Transactions } from '#lib/database';
import { type Actor, CLOCK, type Clock, DomainError } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { confirmationFault } from '../domain/confirmation.js';
import { assertSome } from '../domain/most-at-once.js';
import { RemarksUnderDecision } from '../persistence/remarks-under-decision.js';

export interface ConfirmDecisionsInput {
  /** 1 to 5,000. */
  readonly remarkIds: readonly string[];
}

@Injectable()
export class ConfirmDecisions {
  constructor(
    private readonly transactions: Transactions,
    private readonly remarks: RemarksUnderDecision,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A second officer stands for every decision in force on the remarks, or for none. What was confirmed before stays so; a later
   * decision has to be confirmed anew.
   * @returns how many decisions were confirmed by this act
   * @throws DomainError `not-allowed` when the officer decided one of them, `wrong-state` when a point of a remark is undecided;
   *   otherwise as `DecideRemarks`
   */
  execute(input: ConfirmDecisionsInput, actor: Actor): Promise<number> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { remarkIds }: ConfirmDecisionsInput, actor: Actor): Promise<number> {
    assertSome(remarkIds, 'remarks are confirmed');
    const remarks = await this.remarks.lock(tx, remarkIds, actor);
    const points = await pointsOf(
      tx,
      remarks.map(({ id }) => id),
    );
    const by = actorLabel(actor);
    for (const { id, number } of remarks) refuseUnlessConfirmable(number, points.get(id) ?? [], by);
    const fresh = [...points.values()].flat().flatMap((point) => (point && !point.isConfirmed ? [point] : []));
    await tx.query(
      'insert into decision_confirmation (decision_id, confirmed_by, confirmed_at) select unnest($1::uuid[]), $2, $3',
      [fresh.map(({ id }) => id), by, this.clock.now()],
    );
    const entries = fresh.map(({ remarkId, point, version }) => ({
      subject: { kind: 'remark', id: remarkId },
      data: { point, version },
    }));
    await this.ledger.recordMany(tx, { actor, act: 'decision.confirmed' }, entries);
    return fresh.length;
  }
}

function refuseUnlessConfirmable(number: string, points: readonly (InForce | undefined)[], by: string): void {
  const fault = confirmationFault(points, by);
  if (fault === 'undecided') throw new DomainError('wrong-state', `remark ${number} is not decided yet`);
  if (fault === 'own') {
    throw new DomainError('not-allowed', 'a decision is confirmed by another officer than the one who made it');
  }
}

interface InForce {
  readonly id: string;
  readonly remarkId: string;
  readonly point: number;
  readonly version: number;
  readonly decidedBy: string;
  readonly isConfirmed: boolean;
}

/** By remark, the decision in force on each of its points; undefined while a point is undecided. */
async function pointsOf(
  tx: Transaction,
  remarkIds: readonly string[],
): Promise<ReadonlyMap<string, (InForce | undefined)[]>> {
  const rows = await tx.query<InForce | { readonly id: null; readonly remarkId: string }>(
    `select d.id, p.remark_id as "remarkId", p.position as point, d.version, d.decided_by as "decidedBy",
            exists (select from decision_confirmation c where c.decision_id = d.id) as "isConfirmed"
       from point p left join decision d on d.point_id = p.id and d.superseded_at is null
      where p.remark_id = any($1::uuid[]) and p.retired_at is null`,
    [remarkIds],
  );
  const points = new Map<string, (InForce | undefined)[]>();
  for (const row of rows) {
    points.set(row.remarkId, [...(points.get(row.remarkId) ?? []), row.id === null ? undefined : row]);
  }
  return points;
}
