import type { Queryable } from '#lib/database';
import { profileById, reasonsFor } from '#lib/time-limits';
import { type Decision, decisionFaults } from '../domain/decision.js';
import { DecisionRefused } from '../domain/errors.js';

/** Of what a decision is made: the rules are its profile's, the reasons those of its kind of procedure, the clauses its procedure's. */
export interface Decided {
  readonly number: string;
  readonly profileId: string;
  readonly procedureId: string;
  readonly procedureKind: string;
}

/**
 * The same texts stand on all of them, so one remark of each profile and procedure tells of all.
 * @throws DecisionRefused with every fault and its clause
 */
export async function checkDecision(q: Queryable, decided: readonly Decided[], decision: Decision): Promise<void> {
  const kinds = new Map(decided.map((each) => [`${each.profileId} ${each.procedureId}`, each]));
  await checkDecisions(
    q,
    [...kinds.values()].map((each) => ({ decided: each, decision })),
  );
}

/**
 * Each decision on its own; the clauses of a procedure are read once.
 * @throws DecisionRefused for the first that cannot be made
 */
export async function checkDecisions(
  q: Queryable,
  made: readonly { readonly decided: Decided; readonly decision: Decision }[],
): Promise<void> {
  const known = new Map<string, ReadonlySet<string>>();
  for (const { decided, decision } of made) {
    const { number, profileId, procedureId, procedureKind } = decided;
    if (decision.changedClauses.length > 0 && !known.has(procedureId)) {
      known.set(procedureId, await clausesOf(q, procedureId));
    }
    const { decisions } = profileById(profileId);
    const rules = { ...decisions, reasons: reasonsFor(decisions.reasons, procedureKind) };
    const faults = decisionFaults(decision, rules, known.get(procedureId) ?? new Set<string>());
    if (faults.length > 0) throw new DecisionRefused(number, faults);
  }
}

/** Lineage ids of every version of the procedure's draft. */
async function clausesOf(q: Queryable, procedureId: string): Promise<ReadonlySet<string>> {
  const rows = await q.query<{ id: string }>(
    `select distinct c.lineage_id as id from clause c join draft_version v on v.id = c.version_id where v.procedure_id = $1`,
    [procedureId],
  );
  return new Set(rows.map(({ id }) => id));
}
