import { type Transaction, Transactions } from '#lib/database';
import { Procedures } from '#lib/drafting';
import { requireOwnBody, requireRole } from '#lib/identity';
import { type Actor, newId } from '#lib/kernel';
import { ProfileRegister } from '#lib/procedure-profiles';
import { Injectable } from '@nestjs/common';
import type { DroppedChannel, NewPlacement } from '../domain/new-placement.js';
import { profileOfPlacement } from '../persistence/discussion-windows.js';
import { PlaceableDrafts } from '../persistence/placeable-drafts.js';
import { PlacementWriters } from '../persistence/placement-writers.js';

export interface PlaceDraftInput {
  readonly procedureId: string;
  /** One or more; past instants, also of long ago. */
  readonly placements: readonly NewPlacement[];
  /** In the unit of the profile; the profile's own length when absent. */
  readonly length?: number;
  readonly droppedChannels?: readonly DroppedChannel[];
}

/** R8.1, R8.2: the draft becomes public, its text is frozen, and the discussion opens under the rules of that day. */
@Injectable()
export class PlaceDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly procedures: Procedures,
    private readonly drafts: PlaceableDrafts,
    private readonly writers: PlacementWriters,
    private readonly rules: ProfileRegister,
  ) {}

  /**
   * @returns the id of the discussion
   * @throws PlacementRefused, DomainError `placement-refused` (term below the minimum, unknown channel), `invalid-input`,
   *   `term-not-computable`, `wrong-state`, `not-allowed`, `not-found`
   */
  execute(input: PlaceDraftInput, actor: Actor): Promise<string> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, input: PlaceDraftInput, actor: Actor): Promise<string> {
    const { placements, length, droppedChannels = [] } = input;
    const { placements: placed, windows, ledger } = this.writers;
    requireRole(actor, 'officer');
    const procedure = await this.procedures.lock(tx, input.procedureId);
    requireOwnBody(actor, procedure.developerId);
    await placed.assertSound(tx, placements, droppedChannels);
    // A discussion keeps its rules for good: they are those of this very moment, not of the last look at them.
    await this.rules.load(tx);
    const profile = profileOfPlacement(procedure.profileFamily, placements);
    const showing = { placements, profile, length, droppedChannels: droppedChannels.map(({ channel }) => channel) };
    const window = await windows.compute(tx, showing);
    const version = await this.drafts.freeze(tx, procedure, {
      profile,
      areRulesInForce: true,
      closeAt: window.closeAt,
    });
    await this.procedures.move(tx, procedure.id, 'OPEN');
    const discussionId = newId();
    await windows.open(tx, { ...window, discussionId, procedureId: procedure.id, versionId: version.id, showing });
    for (const placement of placements) await placed.record(tx, discussionId, 'DRAFT', placement, actor);
    await ledger.record(tx, {
      actor,
      act: 'draft.placed',
      subject: { kind: 'discussion', id: discussionId },
      data: {
        ...window,
        procedureId: procedure.id,
        profileId: profile.id,
        version: version.version,
        textSha256: version.textSha256,
        placements,
        droppedChannels,
      },
    });
    return discussionId;
  }
}
