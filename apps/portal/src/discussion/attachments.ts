import { Database } from '#lib/database';
import { AttachmentRefused, type FilePurpose, sniffAttachment, StoredFiles } from '#lib/files';
import { isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { readParts } from '../request/read-parts.js';

export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

export interface RemarkParts {
  readonly fields: Record<string, string | string[]>;
  /** Stored, not yet part of a remark; dropped after a day when nothing claims them. */
  readonly files: readonly KeptFile[];
  readonly refused: readonly AttachmentRefused[];
}

/** The files of a remark: looked at, stored before the remark, claimed by it (REQ-30). */
@Injectable()
export class Attachments {
  constructor(
    private readonly database: Database,
    private readonly storedFiles: StoredFiles,
  ) {}

  /** Reads the whole body; a refused file does not stop it, so that nothing that was typed is lost. */
  async receive(request: FastifyRequest): Promise<RemarkParts> {
    const files: KeptFile[] = [];
    const refused: AttachmentRefused[] = [];
    const fields = await readParts(request, async ({ content, name }) => {
      try {
        const attachment = await sniffAttachment(content, name);
        const { id } = await this.storedFiles.put(this.database, { purpose: 'ATTACHMENT', ...attachment });
        files.push({ id, name: attachment.name });
      } catch (error) {
        if (!(error instanceof AttachmentRefused)) throw error;
        refused.push(error);
      }
    });
    return { fields, files, refused };
  }

  /** Files that an earlier, refused sending of the same form has left here. */
  async keptFrom(ids: readonly string[], wanted: FilePurpose = 'ATTACHMENT'): Promise<KeptFile[]> {
    const known = await this.storedFiles.describe(this.database, ids.filter(isId).slice(0, 10));
    return known.filter(({ purpose }) => purpose === wanted).map(({ id, name }) => ({ id, name }));
  }
}
