import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FilePurpose } from '../domain/file-purpose.js';

@Entity('stored_file')
@Check(
  'ck_stored_file_purpose',
  `purpose in ('ATTACHMENT', 'SCAN', 'RENDERING', 'PROOF', 'DRAFT', 'SIGNATURE', 'SHEET')`,
)
@Check(
  'ck_stored_file_size',
  'size >= 0 and (content is null or octet_length(content) = case when erased_at is null then size else 0 end)',
)
@Index('ix_stored_file_unclaimed', ['createdAt'], { where: 'claimed_at is null' })
export class StoredFileEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  purpose: FilePurpose;

  @Column('text')
  name: string;

  @Column('text')
  mediaType: string;

  @Column('bigint')
  size: number;

  @Column('bytea')
  sha256: Buffer;

  /** null for a file that is kept in chunks. */
  @Column('bytea', { nullable: true })
  content: Buffer | null;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt: Instant;

  @Column('timestamptz', { nullable: true })
  claimedAt: Instant | null;

  /** Since when its bytes and its name are erased; size and SHA-256 stay. */
  @Column('timestamptz', { nullable: true })
  erasedAt: Instant | null;
}
