import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Database, type Queryable, type Transaction } from '#lib/database';
import { isId, newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { FileNotFound } from '../domain/file-not-found.js';
import { safeFileName } from '../domain/file-name.js';
import type { FilePurpose } from '../domain/file-purpose.js';
import {
  type NewFile,
  type OpenFile,
  type StoredFile,
  type StoredFileFacts,
  StoredFiles,
  type WrittenFile,
} from '../stored-files.js';
import { fileUploaded } from '../jobs/check-file.js';
import { shownFile } from './file-check-columns.js';
import { readChunks, writeChunks } from './file-chunks.js';

const facts = `id, purpose, name, media_type as "mediaType", coalesce(kept_size, size) as size, encode(sha256, 'hex') as sha256, created_at as "createdAt"`;

@Injectable()
export class PostgresStoredFiles extends StoredFiles {
  constructor(private readonly database: Database) {
    super();
  }

  async put(q: Queryable, { purpose, name, mediaType, content }: NewFile): Promise<{ id: string; sha256: string }> {
    const id = newId();
    const sha256 = createHash('sha256').update(content).digest();
    await q.query(
      `with stored as (
         insert into stored_file (id, purpose, name, media_type, size, sha256, content) values ($1, $2, $3, $4, $5, $6, $7)
         returning id, check_state)
       insert into outbox_event (id, event, data)
       select $8, $9, jsonb_build_object('fileId', id) from stored where check_state is not null`,
      [id, purpose, safeFileName(name), mediaType, content.length, sha256, content, newId(), fileUploaded.event],
    );
    return { id, sha256: sha256.toString('hex') };
  }

  async write(
    { purpose, name, mediaType }: Omit<NewFile, 'content'>,
    content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<WrittenFile> {
    const id = newId();
    return { id, purpose, name: safeFileName(name), mediaType, ...(await writeChunks(this.database, id, content)) };
  }

  async adopt(tx: Transaction, { id, purpose, name, mediaType, size, sha256 }: WrittenFile): Promise<void> {
    await tx.query(
      `insert into stored_file (id, purpose, name, media_type, size, sha256, claimed_at)
       values ($1, $2, $3, $4, $5, decode($6, 'hex'), clock_timestamp())`,
      [id, purpose, name, mediaType, size, sha256],
    );
  }

  async read(id: string): Promise<StoredFile> {
    const { stream, ...file } = await this.open(id);
    const pieces: Buffer[] = [];
    for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
    return { ...file, content: Buffer.concat(pieces) };
  }

  async readUnchecked(id: string): Promise<Buffer> {
    const [file] = isId(id)
      ? await this.database.query<{ content: Buffer }>(
          `select content from stored_file where id = $1 and erased_at is null and content is not null
              and check_state in ('WAITING', 'CLEAN', 'UNSCANNED')`,
          [id],
        )
      : [];
    if (!file) throw new FileNotFound();
    return file.content;
  }

  async open(id: string): Promise<OpenFile> {
    if (!isId(id)) throw new FileNotFound();
    const [file] = await this.database.query<StoredFileFacts & { content: Buffer | null }>(
      `select ${facts}, content from stored_file f where id = $1 and ${shownFile('f')}`,
      [id],
    );
    if (!file) throw new FileNotFound();
    const { content, ...known } = file;
    const pieces = content === null ? readChunks(this.database, id) : [content];
    return { ...known, stream: Readable.from(pieces, { objectMode: false }) };
  }

  describe(q: Queryable, ids: readonly string[]): Promise<StoredFileFacts[]> {
    return q.query<StoredFileFacts>(
      `select ${facts} from stored_file where id = any ($1::uuid[]) order by array_position($1::uuid[], id)`,
      [ids],
    );
  }

  async claim(tx: Transaction, ids: readonly string[], purpose?: FilePurpose): Promise<void> {
    if (ids.length === 0) return;
    const claimed = ids.every(isId)
      ? await tx.query(
          `update stored_file set claimed_at = clock_timestamp()
            where id = any ($1::uuid[]) and claimed_at is null and ($2::text is null or purpose = $2) returning id`,
          [ids, purpose ?? null],
        )
      : [];
    if (claimed.length !== ids.length) throw new FileNotFound();
  }

  async dropRenderings(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.query(`delete from stored_file where id = any ($1::uuid[]) and purpose = 'RENDERING'`, [ids]);
    await tx.query('delete from stored_file_chunk where file_id = any ($1::uuid[])', [ids]);
  }

  async erase(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.query(
      `update stored_file set content = '\\x', name = 'erased', erased_at = clock_timestamp()
        where id = any ($1::uuid[]) and erased_at is null`,
      [ids],
    );
    await tx.query('delete from stored_file_chunk where file_id = any ($1::uuid[])', [ids]);
    await tx.query('delete from sealed_original where file_id = any ($1::uuid[])', [ids]);
  }
}
