import { Database } from '#lib/database';
import { isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

/** Remarks that name the same parts of a draft. */
export interface AnchoredRemarks {
  /** Lineage ids; none: the whole draft. */
  readonly anchors: readonly string[];
  readonly count: number;
}

/** How many remarks and proposals name any of these parts; one that names several of them is one. */
export function remarksAbout(counts: readonly AnchoredRemarks[], parts: readonly string[]): number {
  const asked = new Set(parts);
  return counts.reduce((sum, { anchors, count }) => (anchors.some((id) => asked.has(id)) ? sum + count : sum), 0);
}

@Injectable()
export class RemarkCounts {
  constructor(private readonly database: Database) {}

  /** Withdrawn remarks are not counted, hidden ones are (REQ-116). */
  async of(discussionId: string): Promise<AnchoredRemarks[]> {
    if (!isId(discussionId)) return [];
    return this.database.query<AnchoredRemarks>(
      `select r.anchors::text[] as anchors, count(*)::int as count from remark r
        where r.discussion_id = $1 and r.state <> 'WITHDRAWN' and r.anchors <> '{}' group by r.anchors`,
      [discussionId],
    );
  }
}
