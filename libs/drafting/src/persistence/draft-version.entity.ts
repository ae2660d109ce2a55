import type { Instant } from '#lib/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ProcedureEntity } from './procedure.entity.js';

/** Frozen when it is placed; a trigger keeps it and its clauses as they were (REQ-23). */
@Entity('draft_version')
@Unique(['procedureId', 'version'])
export class DraftVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => ProcedureEntity)
  procedureId: string;

  @Column('integer')
  version: number;

  @Column('text')
  titleKk: string;

  @Column('text')
  titleRu: string;

  @Column('text', { nullable: true })
  titleEn: string | null;

  @Column('bytea')
  textSha256: Buffer;

  @Column('timestamptz', { nullable: true })
  frozenAt: Instant | null;

  @Column('text')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Instant;
}
