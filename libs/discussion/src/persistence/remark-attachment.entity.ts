import { StoredFileEntity } from '#lib/files';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { RemarkEntity } from './remark.entity.js';

@Entity('remark_attachment')
@Unique(['fileId'])
export class RemarkAttachmentEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => RemarkEntity)
  remarkId: string;

  @PrimaryColumn('integer')
  position: number;

  @Column('uuid')
  @ForeignKey(() => StoredFileEntity)
  fileId: string;
}
