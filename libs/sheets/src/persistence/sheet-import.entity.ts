import { DiscussionEntity } from '#lib/discussion';
import { StoredFileEntity } from '#lib/files';
import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A workbook that came back filled in. While it is not applied its file is unclaimed, and after a day both are gone. */
@Entity('sheet_import')
@Unique(['fileId'])
@Check('ck_sheet_import_kind', `kind in ('CONSIDERATION', 'INTAKE')`)
@Check('ck_sheet_import_letter', `(kind = 'INTAKE') = (letter is not null)`)
@Check('ck_sheet_import_applied', '(applied_at is null) = (outcome is null)')
@Index('ix_sheet_import_discussion_id', ['discussionId', 'uploadedBy', 'uploadedAt'])
export class SheetImportEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => DiscussionEntity)
  @Column('uuid')
  discussionId: string;

  @Column('text')
  kind: 'CONSIDERATION' | 'INTAKE';

  @ForeignKey(() => StoredFileEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  fileId: string;

  /** How the letter came that the sheet is: channel, registration, arrival, language. */
  @Column('jsonb', { nullable: true })
  letter: object | null;

  @Column('text')
  uploadedBy: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  uploadedAt: Instant;

  @Column('timestamptz', { nullable: true })
  appliedAt: Instant | null;

  /** How many rows became what. */
  @Column('jsonb', { nullable: true })
  outcome: object | null;
}
