import { Database } from '#lib/database';
import type { Multilingual, Page, PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type Bind, type DiscussionFilter, narrowed } from './discussion-conditions.js';
import { type DiscussionOrder, orderKeys, readPlace, writePlace } from './discussion-order.js';
import { type DiscussionSummary, summaryColumns } from './discussion-rows.js';

/** A discussion of a list, with the first clause that has all the words sought. */
export interface FoundDiscussion extends DiscussionSummary {
  readonly found: {
    readonly lineageId: string;
    readonly kind: 'SECTION' | 'CLAUSE';
    readonly label: string;
    readonly text: Multilingual;
  } | null;
}

type Row = FoundDiscussion & { readonly key: string };

@Injectable()
export class ListDiscussions {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `invalid-input` for a cursor that is none of this list */
  async execute(
    filter: DiscussionFilter,
    { size, after }: PageRequest,
    order: DiscussionOrder = 'closing',
  ): Promise<Page<FoundDiscussion>> {
    const parameters: unknown[] = [];
    const bind: Bind = (value) => `$${parameters.push(value)}`;
    const key = `round((${orderKeys[order]})::numeric, 6)`;
    const { source, conditions, found } = narrowed(filter, bind);
    const from = after === undefined ? undefined : readPlace(after);
    const beyond = from ? [`(${key}, d.id) > (${bind(from.key)}::numeric, ${bind(from.id)}::uuid)`] : [];
    const rows = await this.database.query<Row>(
      `select ${summaryColumns}, ${found} as found, ${key}::text as key from ${source}
        where ${[...conditions, ...beyond].join(' and ') || 'true'} order by ${key}, d.id limit ${bind(size + 1)}`,
      parameters,
    );
    const page = rows.slice(0, size);
    const last = page.at(-1);
    const items = page.map(({ key: _, ...discussion }) => discussion);
    return rows.length > size && last ? { items, next: writePlace(last) } : { items };
  }

  /** How many there are in all. */
  async count(filter: DiscussionFilter): Promise<number> {
    const parameters: unknown[] = [];
    const { source, conditions } = narrowed(filter, (value) => `$${parameters.push(value)}`);
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from ${source} where ${conditions.join(' and ') || 'true'}`,
      parameters,
    );
    return row?.count ?? 0;
  }
}
