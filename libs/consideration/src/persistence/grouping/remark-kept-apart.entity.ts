import { RemarkEntity } from '#lib/discussion';
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RemarkGroupEntity } from './remark-group.entity.js';

/** A person took the remark out of the group, or left it out: it is not suggested for it again. */
@Entity('remark_kept_apart')
export class RemarkKeptApartEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => RemarkGroupEntity)
  groupId: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => RemarkEntity)
  remarkId: string;
}
