import type { Queryable, Transaction } from '#lib/database';
import type { Instant } from '#lib/kernel';
import type { FilePurpose } from './domain/file-purpose.js';

export interface NewFile {
  readonly purpose: FilePurpose;
  /** Made safe before it is stored. */
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

export interface StoredFileFacts {
  readonly id: string;
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly createdAt: Instant;
}

export interface StoredFile extends StoredFileFacts {
  readonly content: Buffer;
}

/** The one port to files that must last. A file nobody claims within a day is dropped. */
export abstract class StoredFiles {
  /** Stores the bytes with the caller's transaction, or at once when given the database. */
  abstract put(q: Queryable, file: NewFile): Promise<{ id: string; sha256: string }>;

  /** @throws FileNotFound */
  abstract read(id: string): Promise<StoredFile>;

  /** What is known of the files, without their bytes, in the order asked; unknown ids are left out. */
  abstract describe(q: Queryable, ids: readonly string[]): Promise<StoredFileFacts[]>;

  /**
   * Makes files part of something, for good. Each can be claimed once and for the purpose it was stored for, so a guessed
   * id gives nobody another's upload.
   * @throws FileNotFound when one is not there, is claimed already, or serves another purpose
   */
  abstract claim(tx: Transaction, ids: readonly string[], purpose?: FilePurpose): Promise<void>;
}
