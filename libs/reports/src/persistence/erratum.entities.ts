import { DiscussionEntity } from '#lib/discussion';
import { StoredFileEntity } from '#lib/files';
import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ReportEntity } from './report.entity.js';

const isOpen = 'report_id is null and dropped_at is null';

/** A correction of a published report (REQ-66). */
@Entity('report_erratum')
@Check('ck_report_erratum_reason', `btrim(reason_kk) <> '' and btrim(reason_ru) <> ''`)
@Check('ck_report_erratum_end', 'report_id is null or dropped_at is null')
@Index('ix_report_erratum_open', ['discussionId'], { unique: true, where: isOpen })
@Index('ix_report_erratum_number', ['discussionId', 'number'], { unique: true, where: 'dropped_at is null' })
export class ReportErratumEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => DiscussionEntity)
  @Column('uuid')
  discussionId: string;

  /** From 1, in the discussion. */
  @Column('integer')
  number: number;

  @ForeignKey(() => ReportEntity)
  @Column('uuid')
  corrects: string;

  @Column('text')
  reasonKk: string;

  @Column('text')
  reasonRu: string;

  @Column('text')
  openedBy: string;

  @Column('timestamptz')
  openedAt: Instant;

  /** The signed report that corrects; null while the erratum is open. */
  @ForeignKey(() => ReportEntity)
  @Column('uuid', { nullable: true })
  reportId: string | null;

  @Column('timestamptz', { nullable: true })
  droppedAt: Instant | null;
}

/** What the signer saw and signed; with a detached electronic signature where there is one. */
@Entity('report_signature')
@Check('ck_report_signature_certificate', '(file_id is null) = (certificate is null)')
export class ReportSignatureEntity {
  @ForeignKey(() => ReportEntity)
  @PrimaryColumn('uuid')
  reportId: string;

  @Column('text')
  statement: string;

  /** The canonical JSON that a detached signature is made over. */
  @Column('text')
  sheet: string;

  @ForeignKey(() => StoredFileEntity)
  @Column('uuid', { nullable: true })
  fileId: string | null;

  @Column('jsonb', { nullable: true })
  certificate: Readonly<Record<string, unknown>> | null;
}
