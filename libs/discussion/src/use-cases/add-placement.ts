import { type Transaction, Transactions } from '#lib/database';
import { Procedures } from '#lib/drafting';
import { requireOwnBody, requireRole } from '#lib/identity';
import { type Actor, DomainError } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { AnnouncedWindow } from '../domain/announced-close.js';
import type { DroppedChannel, NewPlacement } from '../domain/new-placement.js';
import { isTermRunning, lockAlone } from '../persistence/locked-discussion.js';
import { PlacementWriters } from '../persistence/placement-writers.js';

export interface AddPlacementInput {
  readonly discussionId: string;
  readonly placement: NewPlacement;
  /** Mandatory channels given up now (AMB-05), besides those given up before. */
  readonly droppedChannels?: readonly DroppedChannel[];
}

/** REQ-20, AMB-05: the draft is shown on one more channel; the term may start or be extended by it, never shortened (I8). */
@Injectable()
export class AddPlacement {
  constructor(
    private readonly transactions: Transactions,
    private readonly procedures: Procedures,
    private readonly writers: PlacementWriters,
  ) {}

  /**
   * @returns the window that stands now
   * @throws DiscussionNotFound, DomainError `wrong-state` once the term is over, `placement-refused` (also when remarks were
   *   taken after the close it would give), `invalid-input`, `conflict` (recorded before), `not-allowed`
   */
  execute(input: AddPlacementInput, actor: Actor): Promise<AnnouncedWindow> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  async within(tx: Transaction, input: AddPlacementInput, actor: Actor): Promise<AnnouncedWindow> {
    const { discussionId, placement, droppedChannels = [] } = input;
    const { placements: placed, windows, ledger } = this.writers;
    requireRole(actor, 'officer');
    const discussion = await lockAlone(tx, discussionId);
    requireOwnBody(actor, (await this.procedures.lock(tx, discussion.procedureId)).developerId, 'discussion');
    await placed.assertSound(tx, [placement], droppedChannels);
    await assertTermRuns(tx, discussionId);
    await placed.record(tx, discussionId, 'DRAFT', placement, actor);
    const window = await windows.extend(tx, discussion, {
      placements: await placed.ofDraft(tx, discussionId),
      profile: profileById(discussion.profileId),
      length: discussion.termLength ?? undefined,
      droppedChannels: [...discussion.droppedChannels, ...droppedChannels.map(({ channel }) => channel)],
    });
    await assertNobodyIsLeftOut(tx, discussionId, window);
    await ledger.record(tx, {
      actor,
      act: 'draft.placed',
      subject: { kind: 'discussion', id: discussionId },
      data: { ...window, placements: [placement], droppedChannels },
    });
    return window;
  }
}

/** A term that is over is never brought back by a placement. */
async function assertTermRuns(tx: Transaction, discussionId: string): Promise<void> {
  if (await isTermRunning(tx, discussionId)) return;
  throw new DomainError('wrong-state', 'the term of the discussion is over', { discussionId });
}

/** A placement told of long afterwards cannot make late what was acknowledged as on time while there was no close (REQ-39). */
async function assertNobodyIsLeftOut(tx: Transaction, id: string, { closeAt }: AnnouncedWindow): Promise<void> {
  const [taken] = await tx.query(
    'select from remark where discussion_id = $1 and (received_at >= $2 or revised_at >= $2) limit 1',
    [id, closeAt],
  );
  if (!taken) return;
  throw new DomainError('placement-refused', 'remarks were taken after the close this placement would give', {
    closeAt,
    clause: 'AMB-05',
  });
}
