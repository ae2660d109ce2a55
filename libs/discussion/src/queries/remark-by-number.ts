import { Database } from '#lib/database';
import { DomainError } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { readRemarkNumber } from '../domain/remark-number.js';
import {
  officerColumns,
  officerSource,
  type OfficerRemark,
  type OfficerRow,
  publicColumns,
  publicSource,
  type PublicRemark,
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
  public(number: string): Promise<PublicRemark> {
    return this.one<PublicRemark>(publicColumns, publicSource, number);
  }

  /** For officers of the developing body only; the caller checks that. @throws DomainError `not-found` */
  async forOfficer(number: string): Promise<OfficerRemark> {
    const row = await this.one<OfficerRow>(officerColumns, officerSource, number);
    return { ...row, sender: this.senders.open(row.sender) };
  }

  private async one<Row>(columns: string, source: string, text: string): Promise<Row> {
    const number = readRemarkNumber(text);
    const [row] = number
      ? await this.database.query<Row>(`select ${columns} from ${source} where r.number = $1`, [number])
      : [];
    if (!row) throw new DomainError('not-found', 'there is no remark with this number');
    return row;
  }
}
