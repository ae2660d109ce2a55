import type { Instant } from '#lib/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A piece of a file that is kept in chunks. Without the file's own row it is part of nothing yet. */
@Entity('stored_file_chunk')
export class StoredFileChunkEntity {
  @PrimaryColumn('uuid')
  fileId: string;

  /** From 1. */
  @PrimaryColumn('integer')
  ordinal: number;

  @Column('bytea')
  content: Buffer;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  writtenAt: Instant;
}
