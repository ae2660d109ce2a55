import { Database } from '#lib/database';
import { type Instant, isId } from '#lib/kernel';
import type { Channel } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';

export interface ReportPlacementView {
  readonly channel: Channel;
  readonly url: string;
  readonly placedAt: Instant;
  readonly proofSha256: string | null;
}

@Injectable()
export class ReportPlacementsOf {
  constructor(private readonly database: Database) {}

  /** Where the report stands, the earliest first: public. */
  async of(discussionId: string): Promise<ReportPlacementView[]> {
    if (!isId(discussionId)) return [];
    return this.database.query<ReportPlacementView>(
      `select channel, url, placed_at as "placedAt", encode(proof_sha256, 'hex') as "proofSha256"
         from placement where discussion_id = $1 and subject = 'REPORT' order by placed_at, url`,
      [discussionId],
    );
  }
}
