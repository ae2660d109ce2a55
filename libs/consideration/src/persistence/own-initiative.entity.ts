import { DiscussionEntity } from '#lib/discussion';
import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ChangeNature } from '../domain/own-initiative.js';

/** Why a clause was changed although no accepted point asked for it (AMB-14). */
@Entity('own_initiative')
@Unique(['discussionId', 'clause', 'version'])
@Index('ix_own_initiative_current', ['discussionId', 'clause'], { unique: true, where: 'superseded_at is null' })
@Check('ck_own_initiative_nature', `nature in ('EDITORIAL', 'SUBSTANTIVE')`)
@Check('ck_own_initiative_reason', `btrim(reason_kk) <> '' and btrim(reason_ru) <> ''`)
export class OwnInitiativeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => DiscussionEntity)
  @Column('uuid')
  discussionId: string;

  /** A clause's lineage id. */
  @Column('uuid')
  clause: string;

  @Column('integer')
  version: number;

  @Column('text')
  nature: ChangeNature;

  @Column('text')
  reasonKk: string;

  @Column('text')
  reasonRu: string;

  @Column('text')
  statedBy: string;

  @Column('timestamptz')
  statedAt: Instant;

  @Column('timestamptz', { nullable: true })
  supersededAt: Instant | null;
}
