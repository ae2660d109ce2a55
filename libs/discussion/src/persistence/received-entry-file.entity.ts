import { StoredFileEntity } from '#lib/files';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ReceivedEntryEntity } from './received-entry.entity.js';

/** A letter with many remarks is the scan of each; an enclosure is of one alone. */
@Entity('received_entry_file')
@Index('ix_received_entry_file_attachment', ['fileId'], { unique: true, where: `purpose = 'ATTACHMENT'` })
@Index('ix_received_entry_file_file_id', ['fileId'])
@Check('ck_received_entry_file_purpose', `purpose in ('SCAN', 'ATTACHMENT')`)
export class ReceivedEntryFileEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => ReceivedEntryEntity)
  entryId: string;

  @PrimaryColumn('text')
  purpose: 'SCAN' | 'ATTACHMENT';

  @PrimaryColumn('integer')
  position: number;

  @Column('uuid')
  @ForeignKey(() => StoredFileEntity)
  fileId: string;
}
