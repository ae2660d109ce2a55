import type { StreamableFile } from '@nestjs/common';
import { download } from '../request/download.js';

/** Exactly the bytes to sign, without so much as a line end after them. */
export function signedDocumentFile(document: string): StreamableFile {
  const content = Buffer.from(document, 'utf8');
  return download({ name: 'talqy-remark.json', mediaType: 'application/json', size: content.length, content });
}
