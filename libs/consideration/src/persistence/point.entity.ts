import { RemarkEntity } from '#lib/discussion';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The smallest decidable part of a remark. */
@Entity('point')
@Unique(['remarkId', 'position'])
export class PointEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => RemarkEntity)
  @Column('uuid')
  remarkId: string;

  /** From 1. */
  @Column('integer')
  position: number;
}
