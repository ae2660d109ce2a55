import { type Transaction, Transactions } from '#lib/database';
import { NotFound, requireRole } from '#lib/identity';
import { Outbox } from '#lib/jobs';
import { type Actor, DomainError, isId } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import type { HidingExtent } from '../domain/hiding.js';
import { type ObjectionOutcome, objectionOutcomes } from '../domain/objection.js';
import { SecondOfficerNeeded } from '../domain/refusals.js';
import { wordsFaults } from '../domain/words.js';
import { objectionAnswered } from '../events.js';
import { ModeratedRemarks } from '../persistence/moderated-remarks.js';
import { LiftHiding } from './lift-hiding.js';

export interface AnswerObjectionInput {
  readonly number: string;
  readonly hidingId: string;
  /** UPHELD undoes the act; DECLINED leaves it. */
  readonly outcome: string;
  /** 20-2,000 characters, to the sender. */
  readonly answer: string;
}

interface StandingObjection {
  readonly id: string;
  readonly isAnswered: boolean;
  readonly extent: HidingExtent;
  readonly actors: readonly (string | null)[];
}

/** REQ-116: an official who had no hand in the act answers the objection to it; the sender is told. */
@Injectable()
export class AnswerObjection {
  constructor(
    private readonly transactions: Transactions,
    private readonly remarks: ModeratedRemarks,
    private readonly liftHiding: LiftHiding,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /**
   * What is undone already stays so; of a redaction whose words are erased nothing is left to restore.
   * @throws NotFound (also another body's), NotAllowed, SecondOfficerNeeded (who proposed or confirmed the act), DomainError
   *   `invalid-input`, `conflict` (answered before), `wrong-state` (the report is signed)
   */
  execute(input: AnswerObjectionInput, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, input: AnswerObjectionInput, actor: Actor): Promise<void> {
    requireRole(actor, 'officer');
    const { number, hidingId, answer } = input;
    const remark = await this.remarks.lock(tx, number, actor);
    const objection = await objectionTo(tx, remark.id, hidingId);
    if (objection.actors.includes(actorLabel(actor))) throw new SecondOfficerNeeded();
    const outcome = objectionOutcomes.find((each) => each === input.outcome);
    const faults = [
      ...(outcome ? [] : [{ field: 'outcome', fault: 'missing' } as const]),
      ...wordsFaults('answer', answer),
    ];
    if (!outcome || faults.length > 0) {
      throw new DomainError('invalid-input', 'an objection is upheld or declined, with an answer', { faults });
    }
    if (objection.isAnswered) throw new DomainError('conflict', 'the objection is answered', { hidingId });
    await settle(tx, objection.id, outcome, answer.trim(), actor);
    const isGone = remark.isErased && objection.extent === 'PASSAGES';
    if (outcome === 'UPHELD' && !isGone) await this.liftHiding.within(tx, { number, hidingId, reason: answer }, actor);
    await this.ledger.record(tx, {
      actor,
      act: 'objection.answered',
      subject: { kind: 'remark', id: remark.id },
      data: { discussionId: remark.discussionId, number: remark.number, hidingId, outcome },
    });
    await this.outbox.emit(tx, objectionAnswered, { objectionId: objection.id });
  }
}

async function objectionTo(tx: Transaction, remarkId: string, hidingId: string): Promise<StandingObjection> {
  const [found] = isId(hidingId)
    ? await tx.query<StandingObjection>(
        `select o.id, o.answered_at is not null as "isAnswered", h.extent, array[h.proposed_by, h.confirmed_by] as actors
           from objection o join hiding h on h.id = o.hiding_id where h.id = $1 and h.remark_id = $2 for update of o`,
        [hidingId, remarkId],
      )
    : [];
  if (!found) throw new NotFound('objection');
  return found;
}

async function settle(
  tx: Transaction,
  id: string,
  outcome: ObjectionOutcome,
  answer: string,
  actor: Actor,
): Promise<void> {
  await tx.query(
    `update objection set outcome = $2, answer = $3, answered_by = $4, answered_at = clock_timestamp() where id = $1`,
    [id, outcome, answer, actorLabel(actor)],
  );
}
