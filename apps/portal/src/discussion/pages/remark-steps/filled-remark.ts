import type { FastifyRequest } from 'fastify';
import { Form } from '../../../pages-kit/form.js';
import type { Attachments, KeptFile, RemarkParts } from '../../attachments.js';
import { typedRemark, type TypedRemark } from '../remark-form.js';

/** What one page of the form brought: everything typed until now, and the files that were taken. */
export interface FilledRemark {
  readonly form: Form;
  readonly typed: TypedRemark;
  readonly files: readonly KeptFile[];
  readonly refused: RemarkParts['refused'];
}

/** Reads a page of the form, with files or without. */
export async function filledRemark(request: FastifyRequest, attachments: Attachments): Promise<FilledRemark> {
  const { fields, files, refused, signature }: RemarkParts = request.isMultipart()
    ? await attachments.receive(request)
    : { fields: request.body as RemarkParts['fields'], files: [], refused: [] };
  const form = new Form(fields);
  const kept = await attachments.keptFrom(form.list('kept'));
  const typed = typedRemark(form);
  const signed = signature === undefined ? typed : { ...typed, signature: signature.toString('base64') };
  return { form, typed: signed, files: [...kept, ...files], refused };
}
