import { AttachmentRefused } from './attachment-refused.js';

/** Of one remark. */
export const attachmentLimits = { files: 10, bytes: 10 * 1024 * 1024 } as const;

/** The media types a citizen may attach, by the extensions they go under. */
export const attachmentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
} as const;
export type AttachmentExtension = keyof typeof attachmentTypes;
export type AttachmentType = (typeof attachmentTypes)[AttachmentExtension];

export const isAttachmentExtension = (extension: string): extension is AttachmentExtension =>
  Object.hasOwn(attachmentTypes, extension);

/** What a scan of a paper comes as; a Word document is no picture of anything. */
export const isScanType = (type: AttachmentType): boolean => type !== attachmentTypes.docx;

/** @throws AttachmentRefused when a remark has more than ten files */
export function assertFewAttachments(count: number): void {
  if (count > attachmentLimits.files) throw new AttachmentRefused('too-many');
}

/** @throws AttachmentRefused when there is nothing in the file or more than ten megabytes */
export function assertAttachmentSize(bytes: number, name: string): void {
  if (bytes === 0) throw new AttachmentRefused('empty', name);
  if (bytes > attachmentLimits.bytes) throw new AttachmentRefused('too-large', name);
}
