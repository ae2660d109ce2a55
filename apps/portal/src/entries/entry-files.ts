import { Database } from '#lib/database';
import { AttachmentRefused, safeFileName, sniffAttachment, sniffScan, StoredFiles } from '#lib/files';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { KeptFile } from '../discussion/attachments.js';
import { type FileBeyond, readParts } from '../request/read-parts.js';

export interface RefusedFile {
  readonly field: 'scans' | 'files';
  readonly refusal: AttachmentRefused;
}

export interface EntryParts {
  readonly fields: Record<string, string | string[]>;
  /** Stored, not yet part of an entry; dropped after a day when nothing claims them. */
  readonly scans: readonly KeptFile[];
  readonly files: readonly KeptFile[];
  readonly refused: readonly RefusedFile[];
}

/** The files of a letter typed in: its scan in the field `scans`, what was enclosed in `files` (REQ-41). */
@Injectable()
export class EntryFiles {
  constructor(
    private readonly database: Database,
    private readonly storedFiles: StoredFiles,
  ) {}

  /** Reads the whole body; a refused file does not stop it, so that nothing that was typed is lost. */
  async receive(request: FastifyRequest): Promise<EntryParts> {
    const kept = { scans: [] as KeptFile[], files: [] as KeptFile[] };
    const refused: RefusedFile[] = [];
    const onBeyond = ({ field, name }: FileBeyond) =>
      void refused.push({ field: fieldOf(field), refusal: new AttachmentRefused('too-many', safeFileName(name)) });
    const fields = await readParts(
      request,
      async ({ field: given, content, name }) => {
        const field = fieldOf(given);
        try {
          kept[field].push(await (field === 'scans' ? this.keepScan(content, name) : this.keepFile(content, name)));
        } catch (error) {
          if (!(error instanceof AttachmentRefused)) throw error;
          refused.push({ field, refusal: error });
        }
      },
      { onBeyond },
    );
    return { fields, ...kept, refused };
  }

  private async keepScan(content: Buffer, name: string): Promise<KeptFile> {
    const scan = await sniffScan(content, name);
    const { id } = await this.storedFiles.put(this.database, { purpose: 'SCAN', ...scan });
    return { id, name: scan.name };
  }

  private async keepFile(content: Buffer, name: string): Promise<KeptFile> {
    const file = await sniffAttachment(content, name);
    const { id } = await this.storedFiles.put(this.database, { purpose: 'ATTACHMENT', ...file });
    return { id, name: file.name };
  }
}

const fieldOf = (given: string): RefusedFile['field'] => (given === 'scans' ? 'scans' : 'files');
