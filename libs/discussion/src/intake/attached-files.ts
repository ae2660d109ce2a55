import { Database, type Queryable } from '#lib/database';
import { isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { FILES_LIMIT } from '../domain/remark-content.js';
import { attachmentRefused } from './intake-queries.js';

@Injectable()
export class AttachedFiles {
  constructor(private readonly database: Database) {}

  /**
   * SHA-256 of each file, hex, in the order given; who used a file already is found out when it is claimed.
   * @param from the open transaction, when the caller is in one
   * @throws DomainError `attachment-refused`
   */
  async hashesOf(ids: readonly string[] = [], from: Queryable = this.database): Promise<readonly string[]> {
    if (ids.length === 0) return [];
    if (ids.length > FILES_LIMIT || !ids.every(isId) || new Set(ids).size < ids.length) throw attachmentRefused();
    const found = await from.query<{ id: string; sha256: string }>(
      `select id, encode(sha256, 'hex') as sha256 from stored_file where id = any($1::uuid[]) and purpose = 'ATTACHMENT'`,
      [ids],
    );
    const hashes = new Map(found.map(({ id, sha256 }) => [id, sha256]));
    return ids.map((id) => {
      const hash = hashes.get(id);
      if (hash === undefined) throw attachmentRefused();
      return hash;
    });
  }
}
