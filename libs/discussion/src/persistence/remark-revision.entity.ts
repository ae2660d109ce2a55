import type { Instant, Language } from '#lib/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { RemarkKind } from '../domain/remark-content.js';
import { RemarkEntity } from './remark.entity.js';

/** REQ-38: what a remark said before its sender replaced it. */
@Entity('remark_revision')
export class RemarkRevisionEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => RemarkEntity)
  remarkId: string;

  @PrimaryColumn('integer')
  revision: number;

  @Column('text')
  kind: RemarkKind;

  @Column('text')
  language: Language;

  @Column('text')
  body: string;

  @Column('text', { nullable: true })
  proposedWording: string | null;

  @Column('uuid', { array: true })
  anchors: string[];

  @Column('timestamptz')
  fromAt: Instant;

  @Column('timestamptz')
  untilAt: Instant;

  @Column('bytea')
  salt: Buffer;

  @Column('bytea')
  commitment: Buffer;
}
