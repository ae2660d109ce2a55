import type { LegalDay } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { StateBodyEntity } from './state-body.entity.js';

@Entity('public_service')
@Unique(['code'])
@Check('ck_public_service_code', `code ~ '^[0-9]{8}$'`)
export class PublicServiceEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Column('text')
  nameKk: string;

  @Column('text')
  nameRu: string;

  @Column('text', { nullable: true })
  nameEn: string | null;

  @Column('date')
  enteredOn: LegalDay;

  @Column('text')
  act: string;

  @Column('uuid')
  @Index()
  @ForeignKey(() => StateBodyEntity)
  bodyId: string;
}
