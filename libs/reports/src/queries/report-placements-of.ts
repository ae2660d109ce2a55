import { Database } from '#lib/database';
import { shownFile } from '#lib/files';
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

  /** Ids of the files that prove placements, by their hash, for officials of the developing body; none for everybody else. */
  async proofFiles(discussionId: string, actor: Actor): Promise<ReadonlyMap<string, string>> {
    const files =
      actor.kind === 'officer' && isId(discussionId)
        ? await this.database.query<{ id: string; sha256: string }>(
            `select f.id, encode(f.sha256, 'hex') as sha256
               from placement d
               join discussion s on s.id = d.discussion_id
               join procedure p on p.id = s.procedure_id and p.developer_id = $2
               join stored_file f on f.sha256 = d.proof_sha256 and f.purpose = 'PROOF' and f.claimed_at is not null and ${shownFile('f')}
              where d.discussion_id = $1 and d.subject = 'REPORT'`,
            [discussionId, actor.bodyId],
          )
        : [];
    return new Map(files.map(({ id, sha256 }) => [sha256, id]));
  }
}
