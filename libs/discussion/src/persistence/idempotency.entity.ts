import type { Instant } from '#lib/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** REQ-37: one row a submission, written in its transaction. The scope of a key is its discussion. */
@Entity('idempotency')
export class IdempotencyEntity {
  @PrimaryColumn('text')
  scope: string;

  @PrimaryColumn('text')
  key: string;

  @Column('bytea')
  fingerprint: Buffer;

  /** The remark, or the late arrival it turned out to be. */
  @Column('uuid')
  subjectId: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt: Instant;
}
