import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { PointPart } from '../domain/point.js';
import { PointEntity } from './point.entity.js';

/** A passage of a remark that a point is about; a point without one is about the whole remark. */
@Entity('point_span')
@Check('ck_point_span_part', `part in ('TEXT', 'WORDING')`)
@Check('ck_point_span_quote', `starts_at >= 0 and quote <> ''`)
export class PointSpanEntity {
  @ForeignKey(() => PointEntity)
  @PrimaryColumn('uuid')
  pointId: string;

  @PrimaryColumn('integer')
  ordinal: number;

  @Column('text')
  part: PointPart;

  /** In characters from the beginning of the part, from 0. */
  @Column('integer')
  startsAt: number;

  @Column('text')
  quote: string;
}
