import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ChainFault } from '../domain/verdict.js';

@Entity('ledger_verification')
@Index('ix_ledger_verification_at', ['at', 'id'])
@Check('ck_ledger_verification_fault', `fault in ('missing', 'order', 'content', 'rewritten', 'shorter')`)
@Check(
  'ck_ledger_verification_broken',
  '(fault is null) = (broken_at is null) and (broken_id is null or fault is not null)',
)
@Check('ck_ledger_verification_head', 'entries >= 0 and octet_length(head) = 32')
export class LedgerVerificationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at: Instant;

  @Column('text')
  actor: string;

  /** Those that follow from the first one on. */
  @Column('bigint')
  entries: string;

  /** The hash of the last of them. */
  @Column('bytea')
  head: Buffer;

  @Column('text', { nullable: true })
  fault: ChainFault | null;

  @Column('bigint', { nullable: true })
  brokenAt: string | null;

  @Column('uuid', { nullable: true })
  brokenId: string | null;
}
