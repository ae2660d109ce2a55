import { isUniqueViolation, type Queryable, type Transaction } from '#lib/database';
import { type Actor, CLOCK, type Clock, DomainError, newId } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { type DroppedChannel, type NewPlacement, placementFaults } from '../domain/new-placement.js';

@Injectable()
export class Placements {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /**
   * Placements are facts: a future one is refused by the database clock.
   * @throws DomainError `invalid-input`
   */
  async assertSound(
    q: Queryable,
    placements: readonly NewPlacement[],
    dropped: readonly DroppedChannel[] = [],
  ): Promise<void> {
    const faults = placementFaults(placements, dropped);
    const [row] = await q.query<{ isAhead: boolean }>(
      'select exists (select from unnest($1::timestamptz[]) as p where p > clock_timestamp()) as "isAhead"',
      [placements.map(({ placedAt }) => placedAt)],
    );
    if (row?.isAhead) faults.push({ field: 'placements', fault: 'in-the-future' });
    if (faults.length > 0) throw new DomainError('invalid-input', 'a placement is not sound', { faults });
  }

  /** The report goes to the same channels as the draft (R8.3, REQ-65). @throws DomainError `conflict` */
  async record(
    tx: Transaction,
    discussionId: string,
    subject: 'DRAFT' | 'REPORT',
    { channel, url, placedAt, proofSha256 }: NewPlacement,
    actor: Actor,
  ): Promise<void> {
    try {
      await tx.query(
        `insert into placement (id, discussion_id, subject, channel, url, placed_at, proof_sha256, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9)`,
        [newId(), discussionId, subject, channel, url, placedAt, proofSha256, actorLabel(actor), this.clock.now()],
      );
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new DomainError('conflict', 'this placement was recorded before', { channel, url });
    }
  }

  /** Of the draft, the earliest first. */
  ofDraft(q: Queryable, discussionId: string): Promise<NewPlacement[]> {
    return q.query<NewPlacement>(
      `select channel, url, placed_at as "placedAt", encode(proof_sha256, 'hex') as "proofSha256"
         from placement where discussion_id = $1 and subject = 'DRAFT' order by placed_at, url`,
      [discussionId],
    );
  }
}
