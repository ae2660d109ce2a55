import { Database } from '#lib/database';
import { DomainError } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { readRemarkNumber } from '../domain/remark-number.js';
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

/** One remark by its number, as people copy it. */
@Injectable()
export class RemarkByNumber {
  constructor(
    private readonly database: Database,
    private readonly senders: Senders,
  ) {}

  /** @throws DomainError `not-found` */
  async public(number: string): Promise<PublicRemark> {
    return withAuthor(await this.one<PublicRow>(publicColumns, number), this.senders);
  }

  /** For officers of the developing body only; the caller checks that. @throws DomainError `not-found` */
  async forOfficer(number: string): Promise<OfficerRemark> {
    const row = await this.one<OfficerRow>(officerColumns, number);
    return { ...withAuthor(row, this.senders), sender: this.senders.open(row.sender) };
  }

  private async one<Row>(columns: string, text: string): Promise<Row> {
    const number = readRemarkNumber(text);
    const [row] = number
      ? await this.database.query<Row>(`select ${columns} from ${remarkSource} where r.number = $1`, [number])
      : [];
    if (!row) throw new DomainError('not-found', 'there is no remark with this number');
    return row;
  }
}
