import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('ledger_entry')
@Unique(['sequence'])
@Check('ck_ledger_entry_sealed', '(sequence is null) = (hash is null) and (sequence is null) = (previous_hash is null)')
@Index('ix_ledger_entry_pending', ['at', 'id'], { where: 'sequence is null' })
@Index('ix_ledger_entry_at', ['at', 'id'])
@Index('ix_ledger_entry_act', ['act', 'at', 'id'])
@Index('ix_ledger_entry_actor', ['actor', 'at', 'id'])
@Index('ix_ledger_entry_subject_id', ['subjectId'])
export class LedgerEntryEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at: Instant;

  @Column('text')
  actor: string;

  @Column('text')
  act: string;

  @Column('text')
  subjectKind: string;

  @Column('uuid')
  subjectId: string;

  @Column('text')
  data: string;

  @Column('bigint', { nullable: true })
  sequence: string | null;

  @Column('bytea', { nullable: true })
  previousHash: Buffer | null;

  @Column('bytea', { nullable: true })
  hash: Buffer | null;
}
