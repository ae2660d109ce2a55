import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CheckState, RemovedKind } from '../domain/file-check.js';
import type { FilePurpose } from '../domain/file-purpose.js';

@Entity('stored_file')
@Check(
  'ck_stored_file_purpose',
  `purpose in ('ATTACHMENT', 'SCAN', 'RENDERING', 'PROOF', 'DRAFT', 'SIGNATURE', 'SHEET')`,
)
@Check(
  'ck_stored_file_size',
  `size >= 0 and (content is null or octet_length(content) =
     case when erased_at is not null or check_state in ('QUARANTINED', 'NOT_SHOWN') then 0 else coalesce(kept_size, size) end)`,
)
@Check(
  'ck_stored_file_check',
  `case when purpose in ('ATTACHMENT', 'SCAN', 'PROOF') then coalesce(check_state, '') in ('WAITING', 'CLEAN', 'UNSCANNED', 'QUARANTINED', 'NOT_SHOWN')
   else check_state is null end`,
)
@Index('ix_stored_file_waiting', ['createdAt'], { where: "check_state = 'WAITING'" })
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

  /** Of what was sent, in bytes. */
  @Column('bigint')
  size: number;

  /** Of what was sent. */
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

  /** null for what nobody uploaded, or nobody opens; the database sets WAITING. */
  @Column('text', { nullable: true })
  checkState: CheckState | null;

  /** Of what may be shown; null while it waits, and when it is shown to nobody. */
  @Column('bigint', { nullable: true })
  keptSize: number | null;

  @Column('bytea', { nullable: true })
  keptSha256: Buffer | null;

  @Column('text', { array: true, default: () => "'{}'" })
  removed: RemovedKind[];

  /** The malware found, why the file could not be cleaned, or SIGNED when it was left as it is for its signature. */
  @Column('text', { nullable: true })
  checkNote: string | null;

  @Column('timestamptz', { nullable: true })
  checkedAt: Instant | null;
}
