import type { Readable } from 'node:stream';
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

/** A file whose bytes are written, and which is part of nothing until it is adopted. */
export interface WrittenFile extends Omit<NewFile, 'content'> {
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

export interface StoredFileFacts {
  readonly id: string;
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes of what may be shown, or of what was sent while that is not known. */
  readonly size: number;
  /** Of what was sent, lower-case hex. */
  readonly sha256: string;
  readonly createdAt: Instant;
}

export interface StoredFile extends StoredFileFacts {
  readonly content: Buffer;
}

export interface OpenFile extends StoredFileFacts {
  /** Read piece by piece, whatever the size. */
  readonly stream: Readable;
}

/** The one port to files that must last. A file nobody claims within a day is dropped. */
export abstract class StoredFiles {
  /** Stores the bytes with the caller's transaction, or at once when given the database. */
  abstract put(q: Queryable, file: NewFile): Promise<{ id: string; sha256: string }>;

  /** Writes bytes of any length as they come, outside every transaction; what is never adopted is dropped. */
  abstract write(
    file: Omit<NewFile, 'content'>,
    content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<WrittenFile>;

  /** Makes a written file one that is there, and claims it for good. */
  abstract adopt(tx: Transaction, file: WrittenFile): Promise<void>;

  /** The whole file in memory. @throws FileNotFound, also while an upload is not to be shown */
  abstract read(id: string): Promise<StoredFile>;

  /**
   * An upload for a reader of our own that is made for strangers' files, also while it waits; never to be handed out.
   * @throws FileNotFound, also for one in quarantine and one that cannot be cleaned
   */
  abstract readUnchecked(id: string): Promise<Buffer>;

  /** The file as a stream. @throws FileNotFound, also while an upload is not to be shown */
  abstract open(id: string): Promise<OpenFile>;

  /** What is known of the files, without their bytes, in the order asked; unknown ids are left out. */
  abstract describe(q: Queryable, ids: readonly string[]): Promise<StoredFileFacts[]>;

  /**
   * Makes files part of something, for good. Each can be claimed once and for the purpose it was stored for, so a guessed
   * id gives nobody another's upload.
   * @throws FileNotFound when one is not there, is claimed already, or serves another purpose
   */
  abstract claim(tx: Transaction, ids: readonly string[], purpose?: FilePurpose): Promise<void>;

  /** Drops documents we made, once nothing has them any more; other files stay. */
  abstract dropRenderings(tx: Transaction, ids: readonly string[]): Promise<void>;

  /** Takes the bytes and the names of attachments and scans for good; size and SHA-256 stay, and nobody opens them again. */
  abstract erase(tx: Transaction, ids: readonly string[]): Promise<void>;
}
