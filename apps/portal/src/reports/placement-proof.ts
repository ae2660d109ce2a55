import { Database } from '#lib/database';
import { AttachmentRefused, sniffScan, StoredFiles } from '#lib/files';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { readParts } from '../request/read-parts.js';

export interface PlacementParts {
  readonly fields: unknown;
  /** Stored, not yet part of a placement; dropped after a day when nothing claims it. */
  readonly proofFileId: string | null;
  readonly refused: AttachmentRefused | null;
}

/** A form of a placement with the file that proves it, in the field `proof`: a picture of the page or a PDF (REQ-65). */
@Injectable()
export class PlacementProof {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
  ) {}

  /** Reads the whole body; a refused file does not stop it, so that nothing that was typed is lost. */
  async receive(request: FastifyRequest): Promise<PlacementParts> {
    if (!request.isMultipart()) return { fields: request.body, proofFileId: null, refused: null };
    let [proofFileId, refused]: [string | null, AttachmentRefused | null] = [null, null];
    const fields = await readParts(request, async ({ field, content, name }) => {
      if (field !== 'proof') return;
      try {
        const proof = await sniffScan(content, name);
        ({ id: proofFileId } = await this.files.put(this.database, { purpose: 'PROOF', ...proof }));
      } catch (error) {
        if (!(error instanceof AttachmentRefused)) throw error;
        refused = error;
      }
    });
    return { fields, proofFileId, refused };
  }
}
