import { StoredFileEntity } from '#lib/files';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ReceivedEntryEntity } from './received-entry.entity.js';

@Entity('received_entry_file')
@Unique(['fileId'])
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
