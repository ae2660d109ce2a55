import type { FastifyRequest } from 'fastify';
import { readParts } from '../request/read-parts.js';

export interface SigningParts {
  readonly fields: unknown;
  /** The file in the field `signature`; null when none was chosen. */
  readonly cms: Buffer | null;
}

/** A form of signing: fields, and the detached electronic signature where there is one. Any other file is passed over. */
export async function readSigning(request: FastifyRequest): Promise<SigningParts> {
  if (!request.isMultipart()) return { fields: request.body, cms: null };
  const files: Buffer[] = [];
  const fields = await readParts(request, async ({ field, content }) => {
    if (field === 'signature') files.push(content);
  });
  return { fields, cms: files.at(-1) ?? null };
}
