import { Database, type Queryable } from '#lib/database';
import type { Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { ObjectionsOf } from './objections-of.js';
import { type HidingGround, hidingGrounds } from '../domain/hiding.js';

export interface HidingsOfDiscussion {
  /** Remarks kept from the public now, by ground; every ground is there. */
  readonly inForce: Readonly<Record<HidingGround, number>>;
  readonly total: number;
  /** Numbers of remarks with an objection that waits for its answer, the oldest first. */
  readonly objections: readonly string[];
  /** Proposals nobody has decided yet, the oldest first. */
  readonly waiting: readonly { readonly number: string; readonly ground: HidingGround; readonly proposedAt: Instant }[];
}

/** For the report and for the list of what stands before it: hidden remarks are counted with their ground (REQ-116). */
@Injectable()
export class HidingsOf {
  constructor(
    private readonly database: Database,
    private readonly objections: ObjectionsOf,
  ) {}

  /** @param from the open transaction, when the caller is in one */
  async of(discussionId: string, from: Queryable = this.database): Promise<HidingsOfDiscussion> {
    const counts = await from.query<{ ground: HidingGround; count: number }>(
      `select h.ground, count(*)::int as count from hiding h join remark r on r.id = h.remark_id
        where r.discussion_id = $1 and h.state = 'IN_FORCE' and h.extent = 'WHOLE' group by h.ground`,
      [discussionId],
    );
    const waiting = await from.query<HidingsOfDiscussion['waiting'][number]>(
      `select r.number, h.ground, h.proposed_at as "proposedAt" from hiding h join remark r on r.id = h.remark_id
        where r.discussion_id = $1 and h.state = 'PROPOSED' order by h.proposed_at, h.id`,
      [discussionId],
    );
    const of = (ground: HidingGround) => counts.find((row) => row.ground === ground)?.count ?? 0;
    const inForce = Object.fromEntries(hidingGrounds.map((ground) => [ground, of(ground)])) as Record<
      HidingGround,
      number
    >;
    const objections = await this.objections.waiting(discussionId, from);
    return { inForce, objections, total: counts.reduce((sum, { count }) => sum + count, 0), waiting };
  }
}
