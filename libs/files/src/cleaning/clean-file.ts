import type { AttachmentType } from '../domain/attachment-limits.js';
import { attachmentTypes } from '../domain/attachment-limits.js';
import { type CleanedFile, CleaningFailed } from '../domain/file-check.js';
import { cleanJpeg } from './clean-jpeg.js';
import { cleanOffice } from './clean-office.js';
import { cleanPdf } from './clean-pdf.js';
import { cleanPng } from './clean-png.js';

/** A sheet of remarks, which is kept as the scan of its letter. */
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Cleaner = (content: Buffer) => CleanedFile | Promise<CleanedFile>;

const cleaners: Readonly<Record<AttachmentType | typeof WORKBOOK, Cleaner>> = {
  [attachmentTypes.pdf]: cleanPdf,
  [attachmentTypes.docx]: (content) => cleanOffice(content),
  [WORKBOOK]: (content) => cleanOffice(content),
  [attachmentTypes.png]: cleanPng,
  [attachmentTypes.jpeg]: (content) => cleanJpeg(content),
};

/**
 * A file of an attachable type without what its sender did not mean to send: authors, places, machines, times, descriptions,
 * previews and earlier versions. Cleaning what is clean changes nothing.
 * @throws CleaningFailed with the fault; whatever a parser stumbles over is DAMAGED
 */
export async function cleanFile(content: Buffer, mediaType: string): Promise<CleanedFile> {
  const clean = Object.entries(cleaners).find(([type]) => type === mediaType)?.[1];
  if (!clean) throw new CleaningFailed('DAMAGED');
  try {
    return await clean(content);
  } catch (error) {
    throw error instanceof CleaningFailed ? error : new CleaningFailed('DAMAGED');
  }
}
