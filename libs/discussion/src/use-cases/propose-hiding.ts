import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { profileById } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { Fault } from '../domain/fault.js';
import { type HidingGround, hidingFaults, type HidingReason } from '../domain/hiding.js';
import type { HidingState } from '../domain/hiding-lifecycle.js';
import { mergedPassages, type Passage, passageFaults, repeatFaults } from '../domain/redaction.js';
import { remarkMayBecome } from '../domain/remark-lifecycle.js';
import { HidingWriters } from '../persistence/hiding-writers.js';
import type { StandingHiding } from '../persistence/hidings.js';
import { type ModeratedRemark, ModeratedRemarks } from '../persistence/moderated-remarks.js';
import { redactionMark } from '../persistence/redactions.js';

export interface ProposeHidingInput extends HidingReason {
  /** Public number of the remark. */
  readonly number: string;
  /** Only these, by their place in the text as it was received: a redaction. The whole text when absent. */
  readonly passages?: readonly Passage[];
}

export interface ProposedHiding {
  readonly hidingId: string;
  /** IN_FORCE at once where the profile asks for no second officer. */
  readonly state: HidingState;
}

/**
 * REQ-116: an officer asks that a text, or passages of it, be kept from the public. The remark keeps its number and its place in the
 * counts; what is redacted stays sealed, and its commitment is that of what was received.
 */
@Injectable()
export class ProposeHiding {
  constructor(
    private readonly transactions: Transactions,
    private readonly remarks: ModeratedRemarks,
    private readonly writers: HidingWriters,
  ) {}

  /**
   * While the discussion is open or its remarks are being answered. The same proposal again changes nothing.
   * @throws NotFound (also another body's), NotAllowed, DomainError `invalid-input` (a ground that is none of the profile's, an
   *   explanation below 20 characters or one that repeats what is redacted, passages that are not there), `wrong-state`
   *   (withdrawn, hidden, erased, the report signed), `conflict` (another proposal waits)
   */
  execute(input: ProposeHidingInput, actor: Actor): Promise<ProposedHiding> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, input: ProposeHidingInput, actor: Actor): Promise<ProposedHiding> {
    requireRole(actor, 'officer');
    const { number, passages: asked, ...reason } = input;
    const { hidings, redactions } = this.writers;
    const remark = await this.remarks.lock(tx, number, actor);
    const { moderation, secondOfficer } = profileById(remark.profileId);
    const passages = asked && mergedPassages(asked);
    const faults = hidingFaults(reason, moderation.grounds);
    if (!faults.some(({ field }) => field === 'ground'))
      faults.push(...(await this.wordFaults(tx, remark, reason, passages)));
    if (faults.length > 0)
      throw new DomainError('invalid-input', 'a hiding needs a ground and an explanation', { faults });
    const same = await this.sameAsStanding(tx, remark, { ...reason, passages }, actor);
    if (same) return { hidingId: same.id, state: same.state };
    if (remark.isErased || !remarkMayBecome(remark.state, 'HIDDEN')) {
      throw new DomainError('wrong-state', 'the remark is withdrawn, hidden or erased', {
        number,
        state: remark.state,
      });
    }
    const needsSecondOfficer = passages ? secondOfficer.redaction : secondOfficer.hiding;
    const extent = passages ? 'PASSAGES' : 'WHOLE';
    const hidingId = await hidings.propose(tx, remark, { ...reason, extent, needsSecondOfficer }, actor);
    if (passages) await redactions.keepPassages(tx, hidingId, passages);
    const proposed = await hidings.of(tx, remark.id, hidingId);
    await this.writers.tell(tx, 'hiding.proposed', proposed, remark, actor);
    if (needsSecondOfficer) return { hidingId, state: 'PROPOSED' };
    await this.writers.putInForce(tx, proposed, remark, actor);
    return { hidingId, state: 'IN_FORCE' };
  }

  /** Of the passages to be redacted; where the whole text is meant, of what is redacted in it now. */
  private async wordFaults(
    tx: Transaction,
    remark: ModeratedRemark,
    reason: HidingReason,
    asked?: readonly Passage[],
  ): Promise<Fault[]> {
    const { hidings, redactions } = this.writers;
    const original = await redactions.original(tx, remark.id);
    if (asked) {
      const faults = passageFaults(asked, original, redactionMark(reason.ground as HidingGround, original.language));
      return faults.length > 0 ? faults : repeatFaults(reason, asked, original);
    }
    const inForce = await hidings.redactionInForce(tx, remark.id);
    return inForce ? repeatFaults(reason, await redactions.passagesOf(tx, inForce.id), original) : [];
  }

  private async sameAsStanding(
    tx: Transaction,
    remark: ModeratedRemark,
    { passages, ...reason }: HidingReason & { readonly passages?: readonly Passage[] },
    actor: Actor,
  ): Promise<StandingHiding | undefined> {
    for (const standing of await this.writers.hidings.standing(tx, remark.id)) {
      const own = standing.extent === 'WHOLE' ? undefined : await this.writers.redactions.passagesOf(tx, standing.id);
      if (isSame(standing, reason, actor) && JSON.stringify(own) === JSON.stringify(passages?.map(inOrder)))
        return standing;
    }
    return undefined;
  }
}

const inOrder = ({ part, startsAt, length }: Passage): Passage => ({ part, startsAt, length });

const isSame = (standing: StandingHiding, reason: HidingReason, actor: Actor): boolean =>
  standing.proposedBy === actorLabel(actor) &&
  standing.ground === reason.ground &&
  standing.explanationKk === reason.explanationKk.trim() &&
  standing.explanationRu === reason.explanationRu.trim();
