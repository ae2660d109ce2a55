import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** REQ-26: when remarks could not be sent on line. */
@Entity('intake_outage')
@Check('ck_intake_outage_source', `source in ('PROBE', 'OFFICIAL')`)
@Check('ck_intake_outage_ended', 'started_at < ended_at')
@Check(
  'ck_intake_outage_official',
  `(source = 'OFFICIAL') = (note is not null) and (ended_at is not null or source = 'PROBE')`,
)
@Index('ix_intake_outage_lasting', ['source'], { unique: true, where: 'ended_at is null' })
@Index('ix_intake_outage_started_at', ['startedAt'])
export class IntakeOutageEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  startedAt: Instant;

  /** Null while it lasts. */
  @Column('timestamptz', { nullable: true })
  endedAt: Instant | null;

  @Column('text')
  source: 'PROBE' | 'OFFICIAL';

  /** An official's own words; public with the report. */
  @Column('text', { nullable: true })
  note: string | null;

  @Column('text')
  recordedBy: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  recordedAt: Instant;
}
