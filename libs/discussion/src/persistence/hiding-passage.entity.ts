import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { RedactionPart } from '../domain/redaction.js';
import { HidingEntity } from './hiding.entity.js';

/** Where the words of a redaction stand in the text as it was received; never the words. */
@Entity('hiding_passage')
@Check('ck_hiding_passage_part', `part in ('TEXT', 'WORDING')`)
@Check('ck_hiding_passage_place', 'starts_at >= 0 and length > 0')
export class HidingPassageEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => HidingEntity)
  hidingId: string;

  @PrimaryColumn('integer')
  ordinal: number;

  @Column('text')
  part: RedactionPart;

  /** In characters, from 0. */
  @Column('integer')
  startsAt: number;

  @Column('integer')
  length: number;
}
