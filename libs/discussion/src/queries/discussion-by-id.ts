import { Database } from '#lib/database';
import { type Instant, isId, type LegalDay } from '#lib/kernel';
import type { Channel } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import { DiscussionNotFound } from '../domain/refusals.js';
import { isWaiting } from './remark-rows.js';
import { type DiscussionSummary, summaryColumns, summarySource } from './discussion-rows.js';

export interface PlacementDetails {
  readonly subject: 'DRAFT' | 'REPORT';
  readonly channel: Channel;
  readonly url: string;
  readonly placedAt: Instant;
  /** SHA-256, hex. */
  readonly proofSha256: string | null;
}

/** Everything a page about one discussion states; `windowLabel` makes its close readable (REQ-21). */
export interface DiscussionDetails extends DiscussionSummary {
  readonly no: number;
  readonly version: number;
  /** SHA-256 of the canonical text under discussion, hex (REQ-23). */
  readonly textSha256: string;
  readonly termDate: LegalDay | null;
  /** Under the strictest reading: for the body's own planning. */
  readonly strictCloseAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly withdrawalReason: string | null;
  readonly termLength: number | null;
  readonly droppedChannels: readonly Channel[];
  readonly lateArrivals: number;
  /** Of the remarks, those whose text waits for its release (REQ-116). */
  readonly waiting: number;
  readonly placements: readonly PlacementDetails[];
}

@Injectable()
export class DiscussionById {
  constructor(private readonly database: Database) {}

  /** @throws DiscussionNotFound */
  async execute(id: string): Promise<DiscussionDetails> {
    if (!isId(id)) throw new DiscussionNotFound(id);
    const [found] = await this.database.query<Omit<DiscussionDetails, 'placements'>>(
      `select ${summaryColumns}, d.no, v.version, encode(v.text_sha256, 'hex') as "textSha256", d.term_date as "termDate",
              d.strict_close_at as "strictCloseAt", d.closed_at as "closedAt",
              d.withdrawal_reason as "withdrawalReason", d.term_length as "termLength", d.dropped_channels as "droppedChannels",
              (select count(*)::int from late_arrival l where l.discussion_id = d.id) as "lateArrivals",
              (select count(*)::int from remark r where r.discussion_id = d.id and ${isWaiting}) as waiting
         from ${summarySource} join draft_version v on v.id = d.version_id
        where d.id = $1`,
      [id],
    );
    if (!found) throw new DiscussionNotFound(id);
    const placements = await this.database.query<PlacementDetails>(
      `select subject, channel, url, placed_at as "placedAt", encode(proof_sha256, 'hex') as "proofSha256"
         from placement where discussion_id = $1 order by subject, placed_at, url`,
      [id],
    );
    return { ...found, placements };
  }
}
