import { RemarkEntity } from '#lib/discussion';
import type { Instant } from '#lib/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The smallest decidable part of a remark. */
@Entity('point')
@Index('ix_point_live', ['remarkId', 'position'], { unique: true, where: 'retired_at is null' })
@Index('ix_point_remark_id', ['remarkId'])
export class PointEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => RemarkEntity)
  @Column('uuid')
  remarkId: string;

  /** Whose draft is discussed; the database writes it (decision 29). */
  @Column('uuid', { default: () => 'own_body()' })
  bodyId: string;

  /** From 1, without gaps among the points that are not retired. */
  @Column('integer')
  position: number;

  /** When the remark was split anew without this point. */
  @Column('timestamptz', { nullable: true })
  retiredAt: Instant | null;
}
