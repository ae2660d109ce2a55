import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Authority, StateBodyKind } from '../domain/state-body.js';

@Entity('state_body')
@Unique(['code'])
@Index('ix_state_body_authority', ['authority'], { unique: true, where: 'authority is not null' })
@Check('ck_state_body_kind', `kind in ('CENTRAL', 'FOREIGN_MISSION', 'LOCAL_EXECUTIVE', 'AKIM', 'OTHER')`)
@Check('ck_state_body_authority', `authority in ('PUBLIC_SERVICES', 'INFORMATISATION', 'PRESIDENTIAL_ADMINISTRATION')`)
export class StateBodyEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Column('text')
  kind: StateBodyKind;

  @Column('text')
  nameKk: string;

  @Column('text')
  nameRu: string;

  @Column('text', { nullable: true })
  nameEn: string | null;

  @Column('boolean', { name: 'subordinate_to_president', default: false })
  isSubordinateToPresident: boolean;

  @Column('text', { nullable: true })
  authority: Authority | null;

  @Column('text', { nullable: true })
  resourceUrl: string | null;
}
