import { Database } from '#lib/database';
import { type Instant, isId, type Page, type PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type DiscussionSummary, summaryColumns, summarySource } from './discussion-rows.js';
import { readCursor, writeCursor } from './keyset-cursor.js';

/** As a visitor sees it: open while a remark is on time, whatever a job has or has not done yet (REQ-27). */
export const discussionStatuses = ['open', 'closed', 'reported', 'withdrawn'] as const;
export type DiscussionStatus = (typeof discussionStatuses)[number];

export interface DiscussionFilter {
  readonly status?: DiscussionStatus;
  /** Id of the developing body. */
  readonly developerId?: string;
}

const reported = `p.state in ('REPORTED', 'IN_AGREEMENT', 'RETURNED', 'APPROVED', 'IN_FORCE', 'AMENDING')`;
const over = `(d.state = 'CLOSED' or d.close_at <= clock_timestamp())`;

const conditions: Readonly<Record<DiscussionStatus, string>> = {
  open: `d.state = 'OPEN' and (d.close_at is null or d.close_at > clock_timestamp())`,
  closed: `d.state <> 'WITHDRAWN' and ${over} and not ${reported}`,
  reported: `d.state <> 'WITHDRAWN' and ${reported}`,
  withdrawn: `d.state = 'WITHDRAWN'`,
};

/** What has no close yet stands last among the open ones. */
const NO_CLOSE = '9999-12-31T00:00:00.000000Z';

@Injectable()
export class ListDiscussions {
  constructor(private readonly database: Database) {}

  /** Open ones by their close, the nearest first; all others by their opening, the latest first. */
  async execute(filter: DiscussionFilter, { size, after }: PageRequest): Promise<Page<DiscussionSummary>> {
    const { status, developerId } = filter;
    if (developerId !== undefined && !isId(developerId)) return { items: [] };
    const key = status === 'open' ? `coalesce(d.close_at, '${NO_CLOSE}')` : 'd.open_at';
    const [order, beyond] = status === 'open' ? ['asc', '>'] : ['desc', '<'];
    const from = after === undefined ? undefined : readCursor(after);
    const rows = await this.database.query<DiscussionSummary & { readonly key: Instant }>(
      `select ${summaryColumns}, ${key} as key from ${summarySource}
        where ${status === undefined ? 'true' : conditions[status]} and ($1::uuid is null or p.developer_id = $1)
          and ($2::timestamptz is null or (${key}, d.id) ${beyond} ($2, $3::uuid))
        order by ${key} ${order}, d.id ${order} limit $4`,
      [developerId ?? null, from?.at ?? null, from?.id ?? null, size + 1],
    );
    const page = rows.slice(0, size);
    const last = page.at(-1);
    const items = page.map(({ key: _, ...summary }) => summary);
    return rows.length > size && last ? { items, next: writeCursor({ at: last.key, id: last.id }) } : { items };
  }
}
