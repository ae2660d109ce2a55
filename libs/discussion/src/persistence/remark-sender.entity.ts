import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RemarkEntity } from './remark.entity.js';

/** REQ-30, REQ-46: who sent a remark, apart from it, for officials only. */
@Entity('remark_sender')
export class RemarkSenderEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => RemarkEntity)
  remarkId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  organisation: string | null;

  @Column('text', { nullable: true })
  bin: string | null;

  @Column('text', { nullable: true })
  representativeGround: string | null;
}
