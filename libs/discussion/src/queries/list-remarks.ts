import { Database } from '#lib/database';
import { DomainError, isId, type Page, type PageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { readCursor, writeCursor } from './keyset-cursor.js';
import {
  officerColumns,
  type OfficerRemark,
  type OfficerRow,
  publicColumns,
  type PublicRemark,
  type PublicRow,
  remarkSource,
  withAuthor,
} from './remark-rows.js';
import { Senders } from '../sealing/senders.js';

export interface RemarkFilter {
  readonly discussionId: string;
  /** Lineage id: only remarks about this clause. */
  readonly clause?: string;
}

/** The remarks of a discussion in the order of their arrival. */
@Injectable()
export class ListRemarks {
  constructor(
    private readonly database: Database,
    private readonly senders: Senders,
  ) {}

  async public(filter: RemarkFilter, page: PageRequest): Promise<Page<PublicRemark>> {
    const found = await this.page<PublicRow>(publicColumns, filter, page);
    return { ...found, items: found.items.map((row) => withAuthor(row, this.senders)) };
  }

  /** For officers of the developing body only; the caller checks that. */
  async forOfficer(filter: RemarkFilter, page: PageRequest): Promise<Page<OfficerRemark>> {
    const found = await this.page<OfficerRow>(officerColumns, filter, page);
    return { ...found, items: this.senders.openAll(found.items).map((row) => withAuthor(row, this.senders)) };
  }

  private async page<Row extends PublicRow>(
    columns: string,
    { discussionId, clause }: RemarkFilter,
    { size, after }: PageRequest,
  ): Promise<Page<Row>> {
    if (!isId(discussionId) || (clause !== undefined && !isId(clause)))
      throw new DomainError('not-found', 'no such list');
    const from = after === undefined ? undefined : readCursor(after);
    const rows = await this.database.query<Row>(
      `select ${columns} from ${remarkSource}
        where r.discussion_id = $1 and ($2::uuid is null or $2 = any(r.anchors))
          and ($3::timestamptz is null or (r.received_at, r.id) > ($3, $4::uuid))
        order by r.received_at, r.id limit $5`,
      [discussionId, clause ?? null, from?.at ?? null, from?.id ?? null, size + 1],
    );
    const items = rows.slice(0, size);
    const last = items.at(-1);
    return rows.length > size && last ? { items, next: writeCursor({ at: last.receivedAt, id: last.id }) } : { items };
  }
}
