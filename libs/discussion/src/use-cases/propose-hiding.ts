import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { profileById } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import { hidingFaults, type HidingReason } from '../domain/hiding.js';
import type { HidingState } from '../domain/hiding-lifecycle.js';
import { remarkMayBecome } from '../domain/remark-lifecycle.js';
import { HidingWriters } from '../persistence/hiding-writers.js';
import type { StandingHiding } from '../persistence/hidings.js';
import { ModeratedRemarks } from '../persistence/moderated-remarks.js';

export interface ProposeHidingInput extends HidingReason {
  /** Public number of the remark. */
  readonly number: string;
}

export interface ProposedHiding {
  readonly hidingId: string;
  /** IN_FORCE at once where the profile asks for no second officer. */
  readonly state: HidingState;
}

/** REQ-116: an officer asks that a text be kept from the public. The remark keeps its number and its place in the counts. */
@Injectable()
export class ProposeHiding {
  constructor(
    private readonly transactions: Transactions,
    private readonly remarks: ModeratedRemarks,
    private readonly writers: HidingWriters,
  ) {}

  /**
   * While the discussion is open or its remarks are being answered. The same proposal again changes nothing.
   * @throws NotFound (also another body's), NotAllowed, DomainError `invalid-input` (a ground outside the list, an explanation
   *   below 20 characters), `wrong-state` (withdrawn, hidden, the report signed), `conflict` (another proposal waits)
   */
  execute(input: ProposeHidingInput, actor: Actor): Promise<ProposedHiding> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, { number, ...reason }: ProposeHidingInput, actor: Actor): Promise<ProposedHiding> {
    requireRole(actor, 'officer');
    const { hidings } = this.writers;
    const remark = await this.remarks.lock(tx, number, actor);
    const { moderation, secondOfficer } = profileById(remark.profileId);
    const faults = hidingFaults(reason, moderation.grounds);
    if (faults.length > 0)
      throw new DomainError('invalid-input', 'a hiding needs a ground and an explanation', { faults });
    const standing = await hidings.standing(tx, remark.id);
    if (standing && isSame(standing, reason, actor)) return { hidingId: standing.id, state: standing.state };
    if (!remarkMayBecome(remark.state, 'HIDDEN')) {
      throw new DomainError('wrong-state', 'the remark is withdrawn or hidden', { number, state: remark.state });
    }
    const { hiding: needsSecond } = secondOfficer;
    const hidingId = await hidings.propose(tx, remark, reason, needsSecond, actor);
    const proposed = await hidings.of(tx, remark.id, hidingId);
    await this.writers.tell(tx, 'hiding.proposed', proposed, remark, actor);
    if (needsSecond) return { hidingId, state: 'PROPOSED' };
    await this.writers.putInForce(tx, proposed, remark, actor);
    return { hidingId, state: 'IN_FORCE' };
  }
}

const isSame = (standing: StandingHiding, reason: HidingReason, actor: Actor): boolean =>
  standing.proposedBy === actorLabel(actor) &&
  standing.ground === reason.ground &&
  standing.explanationKk === reason.explanationKk.trim() &&
  standing.explanationRu === reason.explanationRu.trim();
