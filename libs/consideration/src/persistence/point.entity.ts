import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The smallest decidable part of a remark. */
@Entity('point')
@Unique(['remarkId', 'position'])
export class PointEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  remarkId: string;

  /** From 1. */
  @Column('integer')
  position: number;
}
