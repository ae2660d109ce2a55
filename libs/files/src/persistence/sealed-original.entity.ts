import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { StoredFileEntity } from './stored-file.entity.js';

/** What was sent, byte for byte, sealed by the key ring; only of files that are shown otherwise than they came, or not at all. */
@Entity('sealed_original')
export class SealedOriginalEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => StoredFileEntity, { onDelete: 'CASCADE' })
  fileId: string;

  @Column('text')
  keyId: string;

  @Column('bytea')
  sealed: Buffer;
}
