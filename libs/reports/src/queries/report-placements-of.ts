import { Database } from '#lib/database';
import { type Actor, type Instant, isId } from '#lib/kernel';
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

  /** Id of the file that proves a placement, for officials of the developing body; undefined for everybody else. */
  async proof(discussionId: string, sha256: string, actor: Actor): Promise<string | undefined> {
    if (actor.kind !== 'officer' || !isId(discussionId) || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
    const [file] = await this.database.query<{ id: string }>(
      `select f.id
         from placement d
         join discussion s on s.id = d.discussion_id
         join procedure p on p.id = s.procedure_id and p.developer_id = $3
         join stored_file f on f.sha256 = d.proof_sha256 and f.purpose = 'PROOF' and f.claimed_at is not null
        where d.discussion_id = $1 and d.subject = 'REPORT' and d.proof_sha256 = decode($2, 'hex')
        order by f.created_at limit 1`,
      [discussionId, sha256, actor.bodyId],
    );
    return file?.id;
  }
}
