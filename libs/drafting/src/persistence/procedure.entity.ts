import type { Instant } from '#lib/kernel';
import { PublicServiceEntity, StateBodyEntity } from '#lib/service-register';
import type { ProfileFamily } from '#lib/time-limits';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ProcedureKind } from '../domain/new-procedure.js';
import type { ProcedureState } from '../domain/procedure-lifecycle.js';

@Entity('procedure')
@Check('ck_procedure_kind', `kind in ('NEW_STANDARD', 'AMENDMENT', 'OTHER_DRAFT')`)
@Check(
  'ck_procedure_state',
  `state in ('REGISTERED', 'DRAFTING', 'OPEN', 'CLOSED', 'CONSIDERED', 'REPORTED', 'IN_AGREEMENT', 'APPROVED', 'IN_FORCE', 'AMENDING', 'RETURNED', 'WITHDRAWN')`,
)
@Index('ix_procedure_one_standard', ['serviceId'], {
  unique: true,
  where: `kind = 'NEW_STANDARD' and state <> 'WITHDRAWN'`,
})
export class ProcedureEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: ProcedureKind;

  @Column('uuid', { nullable: true })
  @Index()
  @ForeignKey(() => PublicServiceEntity)
  serviceId: string | null;

  @Column('uuid')
  @Index()
  @ForeignKey(() => StateBodyEntity)
  developerId: string;

  @Column('text')
  titleKk: string;

  @Column('text')
  titleRu: string;

  @Column('text', { nullable: true })
  titleEn: string | null;

  @Column('text')
  profileFamily: ProfileFamily;

  @Column('text')
  state: ProcedureState;

  @Column('timestamptz')
  createdAt: Instant;

  /** By the trigger of the database, whatever act it was; null also of what was approved before it was noted. */
  @Column('timestamptz', { nullable: true })
  approvedAt: Instant | null;
}
