import { AttachmentRefused } from './attachment-refused.js';

const megabytes = 10;
/** Of one file; how many of them a remark takes is a rule of remarks (REQ-30). */
export const attachmentLimits = { megabytes, bytes: megabytes * 1024 * 1024 } as const;

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

/** @throws AttachmentRefused when there is nothing in the file or more than ten megabytes */
export function assertAttachmentSize(bytes: number, name: string): void {
  if (bytes === 0) throw new AttachmentRefused('empty', name);
  if (bytes > attachmentLimits.bytes) throw new AttachmentRefused('too-large', name);
}
