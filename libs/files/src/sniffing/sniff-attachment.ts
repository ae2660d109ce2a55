import { fileTypeFromBuffer } from 'file-type';
import {
  assertAttachmentSize,
  type AttachmentType,
  attachmentTypes,
  isAttachmentExtension,
  isScanType,
} from '../domain/attachment-limits.js';
import { type AttachmentFault, AttachmentRefused } from '../domain/attachment-refused.js';
import { extensionOf, safeFileName } from '../domain/file-name.js';
import { isAlsoSomethingElse, jpegFault, pdfFault, pngFault } from './whole-file.js';
import { wordPackageFault } from './word-package.js';

export interface Attachment {
  readonly name: string;
  readonly content: Buffer;
  readonly mediaType: AttachmentType;
}

type Inspection = (content: Buffer) => AttachmentFault | undefined | Promise<AttachmentFault | undefined>;
const alone =
  (inspect: Inspection): Inspection =>
  (content) =>
    isAlsoSomethingElse(content) ? 'more-than-one-type' : inspect(content);

const inspections: Record<AttachmentType, Inspection> = {
  [attachmentTypes.pdf]: alone(pdfFault),
  [attachmentTypes.docx]: wordPackageFault,
  [attachmentTypes.png]: alone(pngFault),
  [attachmentTypes.jpeg]: alone(jpegFault),
};

/**
 * Tells a file's type by its content and gives it a safe name. What the sender's program said of the type is not asked.
 * PDF, DOCX, PNG and JPEG of 1 byte to 10 MB pass, when the extension agrees and nothing else can be read out of them.
 * @throws AttachmentRefused with the reason
 */
export async function sniffAttachment(content: Buffer, givenName: string): Promise<Attachment> {
  const name = safeFileName(givenName);
  assertAttachmentSize(content.length, name);
  const extension = extensionOf(name);
  if (!isAttachmentExtension(extension)) throw new AttachmentRefused('type-not-allowed', name);
  const mediaType = attachmentTypes[extension];
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  if (found?.mime !== mediaType) throw new AttachmentRefused(mismatch(found?.mime, mediaType), name);
  const fault = await inspections[mediaType](content);
  if (fault) throw new AttachmentRefused(fault, name);
  return { name, mediaType, content };
}

/** The same for a scan of a paper: PDF, PNG and JPEG. @throws AttachmentRefused with the reason */
export async function sniffScan(content: Buffer, givenName: string): Promise<Attachment> {
  const scan = await sniffAttachment(content, givenName);
  if (!isScanType(scan.mediaType)) throw new AttachmentRefused('not-a-scan', scan.name);
  return scan;
}

const isArchive = (mime: string | undefined) => mime === 'application/zip' || mime?.startsWith('application/vnd.');

function mismatch(found: string | undefined, named: AttachmentType): AttachmentFault {
  return named === attachmentTypes.docx && isArchive(found) ? 'not-a-word-document' : 'content-not-as-named';
}
