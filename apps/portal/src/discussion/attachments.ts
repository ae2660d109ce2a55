import { Database } from '#lib/database';
import { FILES_LIMIT } from '#lib/discussion';
import { AttachmentRefused, type FilePurpose, safeFileName, sniffAttachment, StoredFiles } from '#lib/files';
import { DomainError, isId } from '#lib/kernel';
import { RequestLimits } from '#lib/limits';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isProgram, whenceOf } from '../limits/whence.js';
import { type FileBeyond, type ReceivedFile, readParts } from '../request/read-parts.js';

export interface KeptFile {
  readonly id: string;
  readonly name: string;
}

export interface RemarkParts {
  readonly fields: Record<string, string | string[]>;
  /** Stored, not yet part of a remark; dropped after a day when nothing claims them. */
  readonly files: readonly KeptFile[];
  readonly refused: readonly (AttachmentRefused | TooManyFiles)[];
  /** The detached signature of the remark: a file of its own field, kept nowhere before the remark is taken. */
  readonly signature?: Buffer;
}

/** The field of the file by which a sender signs (decision 34). */
export const SIGNATURE_FIELD = 'signature';

/** So many files came from there that this one was not kept; what was typed is. */
export class TooManyFiles extends DomainError {
  constructor(name: string, waitSeconds: number) {
    super('too-many-requests', 'too many files came from there; this one was not kept', {
      action: 'upload',
      reason: 'too-many-now',
      name,
      waitSeconds,
    });
  }
}

/** Of one sending: what a remark takes and its signature. Who sends more has one more kept than is taken, and the others named. */
const READ_LIMIT = FILES_LIMIT + 1;
/** Far more than a remark takes (REQ-30): who chose too many, a page or a script's sending at a time, has all kept ones to choose from. */
const CARRIED_LIMIT = 100;

/** The files of a remark: looked at, stored before the remark, claimed by it (REQ-30). */
@Injectable()
export class Attachments {
  constructor(
    private readonly database: Database,
    private readonly storedFiles: StoredFiles,
    private readonly limits: RequestLimits,
  ) {}

  /** Reads the whole body; a refused file does not stop it, so that nothing that was typed is lost. */
  async receive(request: FastifyRequest): Promise<RemarkParts> {
    const files: KeptFile[] = [];
    const refused: (AttachmentRefused | TooManyFiles)[] = [];
    let signature: Buffer | undefined;
    const onFile = async ({ content, name, field }: ReceivedFile) => {
      if (field === SIGNATURE_FIELD) {
        signature = content;
        return;
      }
      try {
        files.push(await this.keep(request, content, name));
      } catch (error) {
        if (!(error instanceof AttachmentRefused) && !(error instanceof TooManyFiles)) throw error;
        refused.push(error);
      }
    };
    const onBeyond = ({ name }: FileBeyond) => void refused.push(new AttachmentRefused('too-many', safeFileName(name)));
    const fields = await readParts(request, onFile, { most: READ_LIMIT, onBeyond });
    return { fields, files, refused, signature };
  }

  private async keep(request: FastifyRequest, content: Buffer, givenName: string): Promise<KeptFile> {
    const attachment = await sniffAttachment(content, givenName);
    this.count(request, attachment.name);
    const { id } = await this.storedFiles.put(this.database, { purpose: 'ATTACHMENT', ...attachment });
    return { id, name: attachment.name };
  }

  private count(request: FastifyRequest, name: string): void {
    if (isProgram(request)) return;
    const waitSeconds = this.limits.take('upload', whenceOf(request));
    if (waitSeconds === undefined) return;
    request.isLimited = true;
    throw new TooManyFiles(name, waitSeconds);
  }

  /** Files that an earlier, refused sending of the same form has left here. */
  async keptFrom(ids: readonly string[], wanted: FilePurpose = 'ATTACHMENT'): Promise<KeptFile[]> {
    const known = await this.storedFiles.describe(this.database, ids.filter(isId).slice(0, CARRIED_LIMIT));
    return known.filter(({ purpose }) => purpose === wanted).map(({ id, name }) => ({ id, name }));
  }
}
