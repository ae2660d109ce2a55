import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ReportEntity } from './report.entity.js';

/** A row of the table, as canonical JSON of `ReportRow`. */
@Entity('report_row')
export class ReportRowEntity {
  @ForeignKey(() => ReportEntity)
  @PrimaryColumn('uuid')
  reportId: string;

  @PrimaryColumn('integer')
  ordinal: number;

  /** Public number of the remark that is shown. */
  @Column('text')
  number: string;

  @Column('text')
  data: string;
}

/** A remark on time, as canonical JSON of `ReportRemark`. */
@Entity('report_remark')
@Unique(['reportId', 'number'])
export class ReportRemarkEntity {
  @ForeignKey(() => ReportEntity)
  @PrimaryColumn('uuid')
  reportId: string;

  /** From 1, in order of arrival. */
  @PrimaryColumn('integer')
  position: number;

  @Column('text')
  number: string;

  @Column('integer', { nullable: true })
  rowOrdinal: number | null;

  @Column('text')
  data: string;
}

/** What a remark was when the report was made: a digest that PostgreSQL makes again at the signature. */
@Entity('report_fact')
export class ReportFactEntity {
  @ForeignKey(() => ReportEntity)
  @PrimaryColumn('uuid')
  reportId: string;

  @PrimaryColumn('text')
  number: string;

  @Column('bytea')
  sha256: Buffer;
}
