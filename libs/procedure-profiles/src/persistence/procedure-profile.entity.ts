import type { Instant, LegalDay } from '#lib/kernel';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ProfileRules } from '../domain/profile-rules.js';

@Entity('procedure_profile')
@Unique('uq_procedure_profile_uid', ['uid'])
@Index('ix_procedure_profile_day', ['family', 'validFrom'], { unique: true, where: 'withdrawn_at is null' })
@Check('ck_procedure_profile_id', `id ~ '^[a-z][a-z0-9-]{1,59}$'`)
@Check('ck_procedure_profile_family', `family ~ '^[a-z][a-z0-9-]{1,59}$'`)
@Check('ck_procedure_profile_rules', `jsonb_typeof(rules) = 'object' and octet_length(rules::text) < 65536`)
@Check('ck_procedure_profile_withdrawn', '(withdrawn_by is null) = (withdrawn_at is null)')
export class ProcedureProfileEntity {
  @PrimaryColumn('text')
  id: string;

  /** What the ledger calls it. */
  @Column('uuid')
  uid: string;

  @Column('text')
  family: string;

  @Column('text')
  basedOn: string;

  @Column('date')
  validFrom: LegalDay;

  @Column('jsonb')
  rules: ProfileRules;

  @Column('text')
  addedBy: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  addedAt: Instant;

  @Column('text', { nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Instant | null;
}
